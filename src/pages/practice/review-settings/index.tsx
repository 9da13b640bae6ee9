import { ReviewSettings } from '../../../features/quiz/practice/ReviewSettings';
import { Screen } from '../../../ui/Screen';

/** 复习设置: how much a person wants to repeat in a day. */
export default function ReviewSettingsPage() {
  return (
    <Screen title="复习设置">
      <ReviewSettings />
    </Screen>
  );
}
