import { BanList } from '../../../features/compliance/BanList';
import { Screen } from '../../../ui/Screen';

/** 怎样守规矩. */
export default function CompliancePage() {
  return (
    <Screen title="怎样守规矩">
      <BanList />
    </Screen>
  );
}
