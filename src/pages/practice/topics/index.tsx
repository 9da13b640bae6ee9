import { Topics } from '../../../features/quiz/practice/Topics';
import { Screen } from '../../../ui/Screen';

/** 专题练习: the topics that can be practised. */
export default function TopicsPage() {
  return (
    <Screen title="专题练习">
      <Topics />
    </Screen>
  );
}
