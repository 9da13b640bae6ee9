import { PaperCover } from '../../../features/quiz/paper/PaperCover';
import { type OwnPaper, useOwnPaper } from '../../../features/quiz/paper/useOwnPaper';
import { goTo, useRouteParams } from '../../../platform/routes';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** 卷子: what it is, and the way into it. */
export default function PaperPage() {
  const { paperId } = useRouteParams('practicePaper');
  if (paperId) return <OnePaper paperId={paperId} />;
  return (
    <Screen title="卷子">
      <EmptyState sentence="这个链接不完整" action={{ words: '回到答题', onPress: () => goTo('quiz') }} />
    </Screen>
  );
}

function OnePaper({ paperId }: { paperId: string }) {
  const { cover, start, isBusy, error } = useOwnPaper(paperId);
  const words = cover.data && wayIn(cover.data.paper);
  const open = async () => {
    const runId = await start();
    if (runId) goTo('practiceRun', { runId });
  };
  return (
    <Screen
      title="卷子"
      footer={
        words ? (
          <Button isBusy={isBusy} onPress={() => void open()}>
            {words}
          </Button>
        ) : undefined
      }
    >
      <PaperCover from={cover} error={error} />
    </Screen>
  );
}

function wayIn({ standing, runId, handedIn }: OwnPaper): string | undefined {
  if (standing === 'closed') return runId ? '看结果' : undefined;
  if (standing !== 'open') return undefined;
  if (handedIn) return undefined;
  return runId ? '接着答' : '开始答';
}
