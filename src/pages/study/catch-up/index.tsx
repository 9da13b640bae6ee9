import { CatchUpList } from '../../../features/study/CatchUpList';
import { Screen } from '../../../ui/Screen';

/** 可补读. */
export default function CatchUpPage() {
  return (
    <Screen title="可补读" isReading>
      <CatchUpList />
    </Screen>
  );
}
