import { sql } from 'kysely';
import type { Transaction } from '../../database/tenantTransaction';
import type { Reader } from '../reader';
import {
  isPublishedAt,
  isSeen,
  isStamped,
  type PublishedSummary,
  summaryColumns,
} from '../readingRepository';

/** A series as its readers see it. */
export interface ReadableSeries {
  title: string;
  /** Pieces that were not taken down, out or still to come. */
  pieceCount: number;
  pieces: (PublishedSummary & { position: number })[];
}

/** The pieces of a series that are out and meant for the reader, in order; null when there is none. */
export async function findSeriesForReader(
  trx: Transaction,
  reader: Reader,
  seriesId: string,
): Promise<ReadableSeries | null> {
  const { rows } = await sql<
    PublishedSummary & { position: number; seriesTitle: string; pieceCount: number }
  >`
    select ${summaryColumns}, p.position, ${isStamped(reader)} as stamped, s.title as "seriesTitle",
      (select count(*)::integer from piece c where c.tenant_id = s.tenant_id and c.series_id = s.id
        and c.state <> 'withdrawn') as "pieceCount"
    from series s
    join organisation o on ${isSeen(reader)} and o.id = s.organisation_id
    join piece p on ${isPublishedAt(reader)} and p.series_id = s.id
    where s.tenant_id = ${reader.tenantId} and s.id = ${seriesId} and s.state = 'approved'
    order by p.position`.execute(trx);
  const [first] = rows;
  return first ? { title: first.seriesTitle, pieceCount: first.pieceCount, pieces: rows } : null;
}
