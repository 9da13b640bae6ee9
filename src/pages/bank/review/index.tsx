import { ReviewBatch } from '../../../features/quiz/desk/ReviewBatch';
import { ReviewQueue } from '../../../features/quiz/desk/ReviewQueue';
import { useRouteParams } from '../../../platform/routes';
import { DeskScreen } from '../../desk/DeskScreen';

/** 审核题目: the batches that wait, or one of them. */
export default function DeskBankReviewPage() {
  const { reviewId } = useRouteParams('deskBankReview');
  return (
    <DeskScreen title="审核题目" place="deskBank">
      {reviewId ? <ReviewBatch key={reviewId} reviewId={reviewId} /> : <ReviewQueue />}
    </DeskScreen>
  );
}
