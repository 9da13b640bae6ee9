import { type PracticeMode, practiceModes } from '../../../domain/quiz/practice/modes';
import { ReportFault } from '../../../features/feedback/ReportFault';
import { HandIn } from '../../../features/quiz/practice/ExamOverview';
import { modeWords } from '../../../features/quiz/practice/modeWords';
import { RunSheet } from '../../../features/quiz/practice/RunSheet';
import { RunStart } from '../../../features/quiz/practice/RunStart';
import { isChallengeOver, useRun, useStart } from '../../../features/quiz/practice/useRun';
import { isAnswered } from '../../../features/quiz/question';
import { SheetAction } from '../../../features/quiz/SheetAction';
import { goTo, replaceWith, useRouteParams } from '../../../platform/routes';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** One set of practice: what it is, its questions, its end. */
export default function RunPage() {
  const { mode, topic, runId } = useRouteParams('practiceRun');
  const known = practiceModes.find((one) => one === mode);
  if (runId) return <OpenRun key={runId} runId={runId} />;
  if (known) return <NewRun mode={known} topic={topic} />;
  return (
    <Screen title="练习">
      <EmptyState sentence="这个链接不完整" action={{ words: '回到答题', onPress: () => goTo('quiz') }} />
    </Screen>
  );
}

function NewRun({ mode, topic }: { mode: PracticeMode; topic: string | undefined }) {
  const starting = useStart();
  const begin = async () => {
    const runId = await starting.start({ mode, topic });
    if (runId) replaceWith('practiceRun', { mode, topic, runId });
  };
  return (
    <Screen
      title={modeWords[mode].title}
      footer={
        starting.isEmpty ? undefined : (
          <Button isBusy={starting.isBusy} onPress={() => void begin()}>
            开始
          </Button>
        )
      }
    >
      <RunStart mode={mode} topic={topic} starting={starting} />
      {mode === 'review' && (
        <Button kind="quiet" onPress={() => goTo('practiceReviewSettings')}>
          每天复习多少
        </Button>
      )}
    </Screen>
  );
}

function OpenRun({ runId }: { runId: string }) {
  const state = useRun(runId);
  const { run, sheet, isExam } = state;
  const mode = run && run.mode !== 'paper' ? run.mode : undefined;
  return (
    <Screen title={run?.topic ?? (mode ? modeWords[mode].title : run ? '卷子' : '练习')} footer={action()}>
      <RunSheet
        state={state}
        fault={(questionId) => <ReportFault subject="question" subjectId={questionId} />}
      />
      {isExam && run && !run.over && sheet.open && (
        <Button kind="secondary" onPress={() => void state.overview()}>
          看每一题，交卷
        </Button>
      )}
    </Screen>
  );

  function action() {
    if (!run || sheet.asked.length === 0) return undefined;
    if (isExam && !run.over && !sheet.open) return <HandIn state={state} />;
    const isDone = run.over || sheet.asked.every(isAnswered);
    if (sheet.open && !(isExam && run.over)) return <SheetAction sheet={sheet} />;
    if (sheet.open) return <Button onPress={sheet.finish}>回到小结</Button>;
    if (!isDone) return <SheetAction sheet={sheet} />;
    const again = mode && modeWords[mode].again;
    // What was answered without network may not have been wrong yet.
    const mayGoOn = mode === 'challenge' && !isChallengeOver(run);
    if (!mode || !again || mayGoOn) return undefined;
    return (
      <Button onPress={() => replaceWith('practiceRun', { mode, topic: run.topic ?? undefined })}>
        {again}
      </Button>
    );
  }
}
