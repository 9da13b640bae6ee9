import type { Output } from '../../../contract/operations';
import { sayNearDay } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { List, ListRow } from '../../../ui/ListRow';
import { PieceRow } from '../PieceList';
import { saySeries } from '../piece';

type LibraryRow = Output<'study.library'>['pieces'][number];

/** Pieces and series as rows that open; a series is one row, however many of its pieces are out. */
export function LibraryList({ label, rows }: { label: string; rows: readonly LibraryRow[] }) {
  return (
    <List label={label}>
      {rows.map((row) =>
        row.series ? (
          <SeriesRow key={row.id} row={row} series={row.series} />
        ) : (
          <PieceRow key={row.id} piece={row} />
        ),
      )}
    </List>
  );
}

function SeriesRow({ row, series }: { row: LibraryRow; series: NonNullable<LibraryRow['series']> }) {
  const newest = row.publishOn && `最近一篇${sayNearDay(row.publishOn, today())}`;
  return (
    <ListRow
      title={series.title}
      detail={[saySeries(series), newest, row.topic].filter(Boolean).join(' · ')}
      aside="系列"
      onPress={() => goTo('series', { seriesId: series.id })}
    />
  );
}
