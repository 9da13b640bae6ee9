import { sayWeek } from '../../../domain/calendar/sayWeek';
import { useCloud } from '../../../platform/useCloud';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { Words } from '../../../ui/Words';
import { DraftEditor } from './DraftEditor';
import { emptyDraft, formOf } from './draftForm';

export interface PieceEditorProps {
  pieceId: string | undefined;
  /** For a new piece: the week of the supply rota that it is written for. */
  supplyTurnId?: string | undefined;
}

/** 写稿: a new piece, one for a week of the supply rota, or one that is being written. */
export function PieceEditor({ pieceId, supplyTurnId }: PieceEditorProps) {
  if (pieceId) return <WrittenPiece pieceId={pieceId} />;
  return supplyTurnId ? <SuppliedPiece turnId={supplyTurnId} /> : <NewPiece />;
}

function NewPiece() {
  const desk = useCloud('study.desk', {});
  return (
    <Loaded from={desk} lines={10}>
      {({ writeFor }) => {
        const [first] = writeFor;
        if (!first) return <EmptyState sentence="晨学稿件由宣传委员和书记来写。需要时请联系您的书记" />;
        const start = emptyDraft(writeFor.length === 1 ? first.id : '');
        return <DraftEditor start={{ form: start, seen: undefined }} writeFor={writeFor} note={null} />;
      }}
    </Loaded>
  );
}

function SuppliedPiece({ turnId }: { turnId: string }) {
  const rota = useCloud('study.supplyRota', {});
  return (
    <Loaded from={rota} lines={10}>
      {({ turns }) => {
        const turn = turns.find(({ id, mine, mayLay }) => id === turnId && (mine || mayLay));
        if (!turn) return <EmptyState sentence="这一周的供稿有了变化，请回“轮值供稿”看看" />;
        const { publisher, supplier, week } = turn;
        return (
          <>
            <Words tone="quiet">
              {supplier.name}为{sayWeek(week)}写的一篇，由{publisher.name}审核和安排
            </Words>
            <DraftEditor
              start={{ form: emptyDraft(publisher.id), seen: undefined, supplyTurnId: turnId }}
              writeFor={[publisher]}
              note={null}
            />
          </>
        );
      }}
    </Loaded>
  );
}

function WrittenPiece({ pieceId }: { pieceId: string }) {
  const draft = useCloud('study.draft', { pieceId });
  return (
    <Loaded from={draft} lines={10}>
      {(piece) => (
        <DraftEditor
          key={piece.id}
          start={{ form: formOf(piece), seen: { pieceId, version: piece.version, mayWrite: piece.mayWrite } }}
          writeFor={[{ id: piece.organisationId, name: piece.organisationName }]}
          note={piece.state === 'returned' ? piece.note : null}
        />
      )}
    </Loaded>
  );
}
