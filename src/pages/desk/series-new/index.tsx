import { NewSeries } from '../../../features/study/series/NewSeries';
import { Screen } from '../../../ui/Screen';

/** 长文切成系列. */
export default function DeskSeriesNewPage() {
  return (
    <Screen title="长文切成系列">
      <NewSeries />
    </Screen>
  );
}
