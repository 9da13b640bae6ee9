import { sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';
import type { Reader } from './reader';
import { isPublishedAt, isSeen, type PublishedSummary } from './readingRepository';

/**
 * Published pieces that rest on one of `sources`, the same article first, newest first; at most `limit`. Titles are
 * compared without 中华人民共和国, which people leave out.
 */
export async function findCiting(
  trx: Transaction,
  reader: Reader,
  sources: readonly { title: string; article: string }[],
  limit: number,
): Promise<(Pick<PublishedSummary, 'title'> & { pieceId: string; article: string })[]> {
  const { rows } = await sql<{ pieceId: string; title: string; article: string }>`
    select p.id as "pieceId", p.title, p.source->>'article' as article
    from organisation o join piece p on ${isPublishedAt(reader)}
    join lateral (
      select max((cited.article = p.source->>'article')::integer) as same
      from json_to_recordset(${JSON.stringify(sources)}::json) as cited (title text, article text)
      where regexp_replace(cited.title, '^中华人民共和国', '') = regexp_replace(p.source->>'title', '^中华人民共和国', '')
    ) match on match.same is not null
    where ${isSeen(reader)}
    order by match.same desc, p.publish_on desc, p.id limit ${limit}`.execute(trx);
  return rows;
}
