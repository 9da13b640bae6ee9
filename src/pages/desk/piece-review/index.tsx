import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 审稿. */
export default function DeskPieceReviewPage() {
  return (
    <Screen title="审稿" wide>
      <Skeleton />
    </Screen>
  );
}
