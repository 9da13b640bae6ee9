import { SeriesDesk } from '../../../features/study/series/SeriesDesk';
import { useRouteParams } from '../../../platform/routes';
import { EmptyState } from '../../../ui/Notes';
import { DeskScreen } from '../DeskScreen';

/** 系列, on the desk. */
export default function DeskSeriesPage() {
  const { seriesId } = useRouteParams('deskSeries');
  return (
    <DeskScreen place="deskPieces" title="系列">
      {seriesId ? <SeriesDesk seriesId={seriesId} /> : <EmptyState sentence="请从“晨学稿件”里打开一个系列" />}
    </DeskScreen>
  );
}
