import { ReportFault } from '../../../features/feedback/ReportFault';
import { groupCardOf } from '../../../features/study/groupCardOf';
import { PieceReading } from '../../../features/study/PieceReading';
import { StampAction } from '../../../features/study/StampAction';
import { usePiece } from '../../../features/study/usePiece';
import { useReadingPlace } from '../../../features/study/useReadingPlace';
import { SendAsTask } from '../../../features/task/SendAsTask';
import { useGroupCard } from '../../../platform/groupCard';
import { goTo, useRouteParams } from '../../../platform/routes';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** 晨学三分钟: one piece by its id. */
export default function PiecePage() {
  const { pieceId } = useRouteParams('piece');
  if (!pieceId) {
    return (
      <Screen title="晨学三分钟">
        <EmptyState
          sentence="这个链接不完整，没有找到要看的一篇"
          action={{ words: '看今天的一篇', onPress: () => goTo('today') }}
        />
      </Screen>
    );
  }
  return <OnePiece pieceId={pieceId} />;
}

function OnePiece({ pieceId }: { pieceId: string }) {
  const state = usePiece(pieceId);
  const { piece, stamp } = state;
  useGroupCard(groupCardOf(piece));
  useReadingPlace(piece?.id, stamp.isStamped);
  return (
    <Screen
      title="晨学三分钟"
      isReading
      footer={piece && !stamp.isStamped ? <StampAction stamp={stamp} /> : undefined}
    >
      <PieceReading state={state} fault={(id) => <ReportFault subject="piece" subjectId={id} />} />
      {piece && <SendAsTask pieceId={piece.id} />}
    </Screen>
  );
}
