import { useCloud } from '../../../platform/useCloud';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { DraftEditor } from './DraftEditor';
import { emptyDraft, formOf } from './draftForm';

/** 写稿: a new piece, or one that is being written. */
export function PieceEditor({ pieceId }: { pieceId: string | undefined }) {
  return pieceId ? <WrittenPiece pieceId={pieceId} /> : <NewPiece />;
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
