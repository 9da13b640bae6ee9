import type { PracticeMode } from '../../../domain/quiz/practice/modes';
import { goTo } from '../../../platform/routes';
import { Card } from '../../../ui/Card';
import { EmptyState, ErrorState } from '../../../ui/Notes';
import { Words } from '../../../ui/Words';
import { modeWords } from './modeWords';
import type { useStart } from './useRun';

/** What a set is, before it begins. */
export function RunStart({
  mode,
  topic,
  starting,
}: {
  mode: PracticeMode;
  topic?: string;
  starting: ReturnType<typeof useStart>;
}) {
  const { title, about, empty } = modeWords[mode];
  if (starting.isEmpty) {
    return <EmptyState sentence={empty} action={{ words: '回到答题', onPress: () => goTo('quiz') }} />;
  }
  return (
    <>
      <Card title={topic ?? title} aside="只给自己看">
        <Words>{about}</Words>
      </Card>
      {starting.error && (
        <ErrorState sentence={starting.error.message} requestId={starting.error.requestId} />
      )}
    </>
  );
}
