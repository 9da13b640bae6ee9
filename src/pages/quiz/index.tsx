import { ReportFault } from '../../features/feedback/ReportFault';
import { DailyFive } from '../../features/quiz/DailyFive';
import { DailyFiveAction, hasAction } from '../../features/quiz/DailyFiveAction';
import { useDailyFive } from '../../features/quiz/useDailyFive';
import { Screen } from '../../ui/Screen';

/** 答题: the five questions of the day. */
export default function QuizPage() {
  const five = useDailyFive();
  const count = five.asked.length;
  return (
    <Screen
      title={five.place.at === 'start' ? '答题' : `今日 ${count} 题`}
      tab="quiz"
      footer={hasAction(five) ? <DailyFiveAction five={five} /> : undefined}
    >
      <DailyFive
        five={five}
        fault={(questionId) => (
          <ReportFault
            subject="question"
            subjectId={questionId}
            words="这道题有问题？"
            hint="题目、选项还是答案，哪里不对"
          />
        )}
      />
    </Screen>
  );
}
