import { Screen } from '../../ui/Screen';
import { Skeleton } from '../../ui/Skeleton';

/** 答题. */
export default function QuizPage() {
  return (
    <Screen title="答题" tab="quiz">
      <Skeleton />
    </Screen>
  );
}
