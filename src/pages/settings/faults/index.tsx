import { OwnFaults } from '../../../features/feedback/OwnFaults';
import { Screen } from '../../../ui/Screen';

/** 报错的答复. */
export default function MyFaultsPage() {
  return (
    <Screen title="报错的答复">
      <OwnFaults />
    </Screen>
  );
}
