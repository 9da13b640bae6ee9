import { sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';
import type { Reader } from './reader';
import { isPublishedAt, isSeen, isStamped, type PublishedSummary, summaryColumns } from './readingRepository';

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

/**
 * Published pieces of one topic (null: of all) laid before `before`, newest first: at least `count` when there are so
 * many, and always all of the last day, so that a list can go on with an earlier day.
 */
export async function findOfTopic(
  trx: Transaction,
  reader: Reader,
  { topic, before, count }: { topic: string | null; before: string; count: number },
): Promise<PublishedSummary[]> {
  const ofTopic = topic === null ? sql`true` : sql`p.topic = ${topic}`;
  const { rows } = await sql<PublishedSummary>`
    select page.* from (
      select mine.* from organisation o cross join lateral (
        select ${summaryColumns}, ${isStamped(reader)} as stamped
        from piece p where ${isPublishedAt(reader)} and p.publish_on < ${before} and ${ofTopic}
        order by p.publish_on desc limit ${count}
      ) mine
      where ${isSeen(reader)}
      order by mine."publishOn" desc
      fetch first ${sql.lit(count)} rows with ties
    ) page
    order by page."publishOn" desc, page.id`.execute(trx);
  return rows;
}
