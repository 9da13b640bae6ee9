import { Inbox } from '../../../features/reminder/Inbox';
import { Screen } from '../../../ui/Screen';

/** 通知. */
export default function InboxPage() {
  return (
    <Screen title="通知">
      <Inbox />
    </Screen>
  );
}
