import { LawChecks } from '../../../features/study/desk/LawChecks';
import { Screen } from '../../../ui/Screen';

/** 依据变化: laws that were amended or repealed, and the pieces to be checked for it. */
export default function DeskLawsPage() {
  return (
    <Screen title="依据变化">
      <LawChecks />
    </Screen>
  );
}
