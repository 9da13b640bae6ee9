import { NewSeries } from '../../../features/study/series/NewSeries';
import { DeskScreen } from '../DeskScreen';

/** 长文切成系列. */
export default function DeskSeriesNewPage() {
  return (
    <DeskScreen title="长文切成系列" place="deskPieces">
      <NewSeries />
    </DeskScreen>
  );
}
