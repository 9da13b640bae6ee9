import { sayNearDay } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { may, useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Loaded } from '../../../ui/Loaded';
import { Words } from '../../../ui/Words';
import { useMedia } from '../useMedia';
import { type Draft, stateWords } from './deskPiece';
import { KeyedChecks } from './KeyedChecks';
import { PiecePreview } from './PiecePreview';
import { ReopenPiece } from './ReopenPiece';
import { ReviewPiece } from './ReviewPiece';
import { SchedulePiece } from './SchedulePiece';
import { TextCheckNote } from './TextCheckNote';
import { WithdrawPiece } from './WithdrawPiece';

export interface PieceDetailProps {
  pieceId: string;
  /** A step was taken: what lies beside this piece has changed too. */
  onChanged?: () => Promise<void>;
  /** The reader has passed it or given it back: the next one may come. */
  onReviewed?: () => void;
}

/** One piece on the desk: as members will see it, its keys, and what the reader may do with it now. */
export function PieceDetail({ pieceId, onChanged, onReviewed }: PieceDetailProps) {
  const draft = useCloud('study.draft', { pieceId });
  const settle = async () => {
    await Promise.all([draft.reload(), onChanged?.()]);
  };
  return (
    <Loaded from={draft} lines={10}>
      {(piece) => (
        <>
          <PieceState piece={piece} />
          <SavedPreview piece={piece} />
          <KeyedChecks checks={piece.checks} />
          <PieceActions piece={piece} onSettled={settle} onReviewed={onReviewed} />
        </>
      )}
    </Loaded>
  );
}

function SavedPreview({ piece }: { piece: Draft }) {
  const { id, blocks, organisationName, publishOn } = piece;
  const media = useMedia(id, blocks);
  return (
    <PiecePreview content={piece} organisationName={organisationName} media={media} publishOn={publishOn} />
  );
}

function PieceState({ piece }: { piece: Draft }) {
  const { state, authorName, mine, publishOn, note } = piece;
  const day = publishOn && `排在 ${sayNearDay(publishOn, today())}`;
  return (
    <Card title={stateWords[state]} aside={day}>
      <Words tone="quiet">{mine ? '您写的' : `${authorName} 写的`}</Words>
      {note && <Words>{note}</Words>}
      {state === 'submitted' && <TextCheckNote check={piece.textCheck} />}
      {state === 'submitted' && mine && <Words tone="quiet">自己写的要请另一位同志审核</Words>}
    </Card>
  );
}

function PieceActions({
  piece,
  onSettled,
  onReviewed,
}: {
  piece: Draft;
  onSettled: () => Promise<void>;
  onReviewed?: () => void;
}) {
  const me = useMe();
  const { id, state, publishOn, mine, mayWrite, mayReview, maySchedule } = piece;
  if (mayWrite) return <Button onPress={() => goTo('deskPieceEdit', { pieceId: id })}>修改</Button>;
  if (mayReview) {
    return <ReviewPiece key={piece.version} piece={piece} onSettled={onSettled} onReviewed={onReviewed} />;
  }
  if (state !== 'approved') return null;
  // What is out already stays on its day; today's is out from 7:30 on, which the cloud judges.
  const mayReopen = may(me, 'study.write') && (mine || maySchedule);
  const isAhead = publishOn === null || publishOn >= today();
  return (
    <>
      {mayReopen && <ReopenPiece piece={piece} onSettled={onSettled} />}
      {maySchedule && isAhead && <SchedulePiece key={piece.version} piece={piece} onSettled={onSettled} />}
      {(maySchedule || may(me, 'study.review')) && <WithdrawPiece piece={piece} onSettled={onSettled} />}
    </>
  );
}
