import { ContentPacks } from '../../../features/study/desk/ContentPacks';
import { Screen } from '../../../ui/Screen';

/** 内容包. */
export default function DeskPacksPage() {
  return (
    <Screen title="内容包">
      <ContentPacks />
    </Screen>
  );
}
