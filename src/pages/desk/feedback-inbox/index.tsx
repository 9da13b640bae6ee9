import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 投诉建议办理. */
export default function DeskFeedbackInboxPage() {
  return (
    <Screen title="投诉建议办理" wide>
      <Skeleton />
    </Screen>
  );
}
