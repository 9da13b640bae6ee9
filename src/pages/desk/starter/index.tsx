import { StarterPack } from '../../../features/study/desk/StarterPack';
import { Screen } from '../../../ui/Screen';

/** 起步内容. */
export default function DeskStarterPage() {
  return (
    <Screen title="起步内容">
      <StarterPack />
    </Screen>
  );
}
