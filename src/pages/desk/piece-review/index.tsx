import { PieceDetail } from '../../../features/study/desk/PieceDetail';
import { useRouteParams } from '../../../platform/routes';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** 审稿. */
export default function DeskPieceReviewPage() {
  const { pieceId } = useRouteParams('deskPieceReview');
  return (
    <Screen title="审稿">
      {pieceId ? <PieceDetail pieceId={pieceId} /> : <EmptyState sentence="请从“晨学稿件”里打开一篇" />}
    </Screen>
  );
}
