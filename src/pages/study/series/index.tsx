import { SeriesReading } from '../../../features/study/series/SeriesReading';
import { SendAsTask } from '../../../features/task/SendAsTask';
import { goTo, useRouteParams } from '../../../platform/routes';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** 系列, for its readers. */
export default function SeriesPage() {
  const { seriesId } = useRouteParams('series');
  return (
    <Screen title="系列">
      {seriesId ? (
        <>
          <SeriesReading seriesId={seriesId} />
          <SendAsTask seriesId={seriesId} />
        </>
      ) : (
        <EmptyState
          sentence="这个链接不完整，没有找到要看的系列"
          action={{ words: '看今天的一篇', onPress: () => goTo('today') }}
        />
      )}
    </Screen>
  );
}
