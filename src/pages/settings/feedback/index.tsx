import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 投诉建议. */
export default function FeedbackPage() {
  return (
    <Screen title="投诉建议">
      <Skeleton />
    </Screen>
  );
}
