import { ReminderSettings } from '../../../features/reminder/ReminderSettings';
import { Screen } from '../../../ui/Screen';

/** 提醒设置. */
export default function RemindersPage() {
  return (
    <Screen title="提醒设置">
      <ReminderSettings />
    </Screen>
  );
}
