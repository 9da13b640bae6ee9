import { ReportFault } from '../../features/feedback/ReportFault';
import { DailyFive } from '../../features/quiz/DailyFive';
import { PracticeWays } from '../../features/quiz/PracticeWays';
import { OwnPapers } from '../../features/quiz/paper/OwnPapers';
import { hasAction, SheetAction } from '../../features/quiz/SheetAction';
import { useDailyFive } from '../../features/quiz/useDailyFive';
import { Screen } from '../../ui/Screen';

/** 答题: the five questions of the day, and quieter ways to practise. */
export default function QuizPage() {
  const five = useDailyFive();
  const count = five.asked.length;
  return (
    <Screen
      title={five.place.at === 'start' ? '答题' : `今日 ${count} 题`}
      tab="quiz"
      footer={hasAction(five) ? <SheetAction sheet={five} /> : undefined}
    >
      <DailyFive
        five={five}
        fault={(questionId) => <ReportFault subject="question" subjectId={questionId} />}
      />
      {!five.open && <OwnPapers />}
      {!five.open && !(five.data && count === 0) && <PracticeWays />}
    </Screen>
  );
}
