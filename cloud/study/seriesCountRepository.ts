import { type RawBuilder, sql } from 'kysely';
import type { Reader } from './reader';

/** A series as a list shows it. */
export interface SeriesCount {
  id: string;
  title: string;
  /** Pieces that were not taken down, out or still to come. */
  pieceCount: number;
  /** Those of them that are out. */
  outCount: number;
}

/** The `SeriesCount` of the series with the id, null when there is none; through the index of a series' pieces. */
export function seriesCount(
  { tenantId, now }: Pick<Reader, 'tenantId' | 'now'>,
  seriesId: RawBuilder<unknown>,
): RawBuilder<SeriesCount | null> {
  return sql`(select jsonb_build_object('id', counted.id, 'title', counted.title, 'pieceCount', count(c.id),
        'outCount', count(c.id) filter (where c.state = 'approved' and c.publish_at <= ${now}))
      from series counted join piece c on c.tenant_id = counted.tenant_id and c.series_id = counted.id
        and c.state <> 'withdrawn'
      where counted.tenant_id = ${tenantId} and counted.id = ${seriesId} and counted.state = 'approved'
      group by counted.id, counted.title)`;
}
