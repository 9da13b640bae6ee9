import { sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';
import type { Reader } from './reader';
import { isPublishedAt, isSeen, isStamped, type PublishedSummary, summaryColumns } from './readingRepository';
import { type SeriesCount, seriesCount } from './seriesCountRepository';

/** A bureau has some twenty topics; a list of more could not be chosen from. */
const MOST_TOPICS = 60;

/** Topics of the published pieces that the reader may see, those with the newest piece first. */
export async function findTopics(trx: Transaction, reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ topic: string }>`
    select p.topic from organisation o join piece p on ${isPublishedAt(reader)}
    where ${isSeen(reader)}
    group by p.topic order by max(p.publish_on) desc, p.topic limit ${MOST_TOPICS}`.execute(trx);
  return rows.map((row) => row.topic);
}

/** A row of the library: a piece, or with `series` the last piece of a series that is out, for all of them. */
export interface LibraryRow extends PublishedSummary {
  series: SeriesCount | null;
}

/**
 * Published pieces of one topic (null: of all) laid before `before`, newest first: at least `count` when there are so
 * many, and always all of the last day, so that a list can go on with an earlier day. Of a series the last piece that
 * is out stands for all, so that a statute of a hundred pieces is one row.
 */
export async function findOfTopic(
  trx: Transaction,
  reader: Reader,
  { topic, before, count }: { topic: string | null; before: string; count: number },
): Promise<LibraryRow[]> {
  const ofTopic = (alias: string) =>
    topic === null ? sql`true` : sql`${sql.ref(`${alias}.topic`)} = ${topic}`;
  const { rows } = await sql<LibraryRow>`
    select page.id, page.title, page.topic, page.kind, page.length, page."publishOn", page."beingChecked", page.stamped,
      ${seriesCount(reader, sql.ref('page.seriesId'))} as series
    from (
      select mine.* from organisation o cross join lateral (
        select ${summaryColumns}, ${isStamped(reader)} as stamped, p.series_id as "seriesId"
        from piece p where ${isPublishedAt(reader)} and p.publish_on < ${before} and ${ofTopic('p')}
          and (p.series_id is null or not exists (select 1 from piece later
            where later.tenant_id = p.tenant_id and later.series_id = p.series_id and later.position > p.position
              and later.state = 'approved' and later.publish_at <= ${reader.now} and ${ofTopic('later')}))
        order by p.publish_on desc limit ${count}
      ) mine
      where ${isSeen(reader)}
      order by mine."publishOn" desc
      fetch first ${sql.lit(count)} rows with ties
    ) page
    order by page."publishOn" desc, page.id`.execute(trx);
  return rows;
}
