import { type RawBuilder, sql } from 'kysely';
import { monthBounds } from '../../src/domain/calendar/month';
import type { StoredBlock, StoredCheck, StoredSource } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';
import type { Reader } from './reader';

/** A published piece as a list shows it. */
export interface PublishedSummary {
  id: string;
  title: string;
  topic: string;
  kind: 'explanation' | 'local' | 'microLecture' | 'external';
  length: number;
  publishOn: string;
  /** The reader has marked it. */
  stamped: boolean;
  /** A law that it rests on has changed, and it has not been compared yet. */
  beingChecked: boolean;
}

/** A published piece with its text; `checks` hold their keys: for the server only. */
export interface PublishedPiece extends PublishedSummary {
  blocks: StoredBlock[];
  source: StoredSource;
  checks: StoredCheck[];
  demo: boolean;
  organisationId: string;
  organisationName: string;
  /** The reader has put it aside. */
  bookmarked: boolean;
  /** The reader's own note, or null. */
  note: string | null;
  /** The series that it is a piece of. */
  series: {
    id: string;
    title: string;
    position: number;
    pieceCount: number;
    previousId: string | null;
    nextId: string | null;
    finished: boolean;
  } | null;
}

/** Organisations whose pieces the reader sees: the bureau's own, and those of the reader's audience. */
export function isSeen({ tenantId, audience }: Reader): RawBuilder<boolean> {
  return sql`o.tenant_id = ${tenantId} and (o.level in ('organCommittee', 'leadingGroup') or o.id = any(${audience}::uuid[]))`;
}

/** Published pieces of `o`; the words are those of the index that gives each organisation one piece a day. */
export function isPublishedAt({ tenantId, now }: Reader): RawBuilder<boolean> {
  return sql`p.tenant_id = ${tenantId} and p.organisation_id = o.id
        and p.state = 'approved' and p.publish_on is not null and p.publish_at <= ${now}`;
}

/** The columns of `PublishedSummary` but the stamp. */
export const summaryColumns = sql`p.id, p.title, p.topic, p.kind, p.length, p.publish_on as "publishOn",
  p.law_change_id is not null as "beingChecked"`;

/** Whether the reader has marked `p`. */
export function isStamped({ memberId }: Reader): RawBuilder<boolean> {
  return sql`exists (select 1 from study_mark m where m.tenant_id = p.tenant_id and m.member_id = ${memberId}
        and m.piece_id = p.id)`;
}

/** Where `p` stands in its series, or null; costs nothing for a piece of none. */
function seriesColumn({ memberId, now }: Reader): RawBuilder<unknown> {
  const beside = (side: 'before' | 'after') => sql`(select b.id from piece b where b.tenant_id = p.tenant_id
          and b.series_id = p.series_id and b.state = 'approved' and b.publish_at <= ${now}
          and ${side === 'before' ? sql`b.position < p.position` : sql`b.position > p.position`}
          order by b.position ${side === 'before' ? sql`desc` : sql`asc`} limit 1)`;
  return sql`case when p.series_id is not null then (
        select jsonb_build_object('id', s.id, 'title', s.title, 'position', p.position, 'pieceCount', count(c.id),
          'previousId', ${beside('before')}, 'nextId', ${beside('after')},
          'finished', bool_and(c.state = 'approved' and c.publish_at is not null and c.publish_at <= ${now} and exists (
            select 1 from study_mark k where k.tenant_id = c.tenant_id and k.member_id = ${memberId}
              and k.piece_id = c.id)))
        from series s join piece c on c.tenant_id = s.tenant_id and c.series_id = s.id and c.state <> 'withdrawn'
        where s.tenant_id = p.tenant_id and s.id = p.series_id and s.state = 'approved'
        group by s.id, s.title) end`;
}

function textColumns(reader: Reader): RawBuilder<unknown> {
  const { memberId } = reader;
  return sql`p.blocks, p.source, p.checks, p.demo, o.id as "organisationId", o.name as "organisationName",
        exists (select 1 from study_bookmark b where b.tenant_id = p.tenant_id and b.member_id = ${memberId}
          and b.piece_id = p.id) as bookmarked,
        (select n.text from study_note n where n.tenant_id = p.tenant_id and n.member_id = ${memberId}
          and n.piece_id = p.id) as note, ${seriesColumn(reader)} as series`;
}

/**
 * What the reader's day starts with, in one round trip: how many pieces of the month of `day` the reader has marked,
 * and the piece laid on `day`: the bureau's, else that of the own branch, else of another organisation of the
 * audience (product.md A0: bureau piece for all, a branch's never a second duty); null when there is none.
 */
export async function findMorning(
  trx: Transaction,
  reader: Reader,
  day: string,
): Promise<{ piece: PublishedPiece | null; stampedThisMonth: number }> {
  const { first, after } = monthBounds(day.slice(0, 7));
  const { rows } = await sql<(PublishedPiece | { id: null }) & { stampedThisMonth: number }>`
    select month.stamped as "stampedThisMonth", laid.*
    from (select count(*)::integer as stamped from study_mark m where m.tenant_id = ${reader.tenantId}
      and m.member_id = ${reader.memberId} and m.day >= ${first} and m.day < ${after}) month
    left join lateral (
      select ${summaryColumns}, ${isStamped(reader)} as stamped, ${textColumns(reader)}
      from organisation o join piece p on ${isPublishedAt(reader)}
      where ${isSeen(reader)} and p.publish_on = ${day}
      order by o.level = 'organCommittee' desc, o.level = 'leadingGroup' desc,
        o.id = ${reader.homeId}::uuid desc nulls last, length(o.path) desc, o.path
      limit 1
    ) laid on true`.execute(trx);
  const row = rows[0];
  if (!row) throw new Error('a count always has a row');
  return { piece: row.id === null ? null : row, stampedThisMonth: row.stampedThisMonth };
}

/** One published piece that the reader may see, or null. */
export async function findPublished(
  trx: Transaction,
  reader: Reader,
  pieceId: string,
): Promise<PublishedPiece | null> {
  const { rows } = await sql<PublishedPiece>`
    select ${summaryColumns}, ${isStamped(reader)} as stamped, ${textColumns(reader)}
    from organisation o join piece p on ${isPublishedAt(reader)}
    where ${isSeen(reader)} and p.id = ${pieceId}`.execute(trx);
  return rows[0] ?? null;
}

/**
 * The published pieces of the last `days` days that have any, with their text, newest first. Each organisation gives
 * its newest, so none is read in vain.
 */
export async function findNewest(trx: Transaction, reader: Reader, days: number): Promise<PublishedPiece[]> {
  const { rows } = await sql<PublishedPiece>`
    select newest.* from (
      select mine.*, dense_rank() over (order by mine."publishOn" desc) as age
      from organisation o cross join lateral (
        select ${summaryColumns}, ${isStamped(reader)} as stamped, ${textColumns(reader)}
        from piece p where ${isPublishedAt(reader)}
        order by p.publish_on desc limit ${days}
      ) mine
      where ${isSeen(reader)}
    ) newest
    where newest.age <= ${days}
    order by newest."publishOn" desc, newest.id`.execute(trx);
  return rows;
}

/** Published pieces with their text, without anything of the reader's own. */
export type PaperPiece = Pick<
  PublishedPiece,
  'id' | 'title' | 'publishOn' | 'organisationName' | 'demo' | 'blocks' | 'source'
>;

/** What was published on the days `from` to `until`, by day; on a day the bureau's first. */
export async function findWeek(
  trx: Transaction,
  reader: Reader,
  { from, until }: { from: string; until: string },
): Promise<PaperPiece[]> {
  const { rows } = await sql<PaperPiece>`
    select p.id, p.title, p.publish_on as "publishOn", o.name as "organisationName", p.demo, p.blocks, p.source
    from organisation o join piece p on ${isPublishedAt(reader)}
    where ${isSeen(reader)} and p.publish_on between ${from} and ${until}
    order by p.publish_on, length(o.path), o.path`.execute(trx);
  return rows;
}

/** Ids and days of the newest pieces published before `day`, newest first; at most `limit` of each organisation. */
export async function findDaysBefore(
  trx: Transaction,
  reader: Reader,
  day: string,
  limit: number,
): Promise<{ id: string; publishOn: string }[]> {
  const { rows } = await sql<{ id: string; publishOn: string }>`
    select p.id, p.publish_on as "publishOn"
    from organisation o cross join lateral (
      select p.id, p.publish_on from piece p
      where ${isPublishedAt(reader)} and p.publish_on < ${day}
      order by p.publish_on desc limit ${limit}
    ) p
    where ${isSeen(reader)}
    order by p.publish_on desc, p.id`.execute(trx);
  return rows;
}

/**
 * Published pieces laid on a day from `from` to before `before` that the reader has not marked, newest first: at least
 * `count` when there are so many, and always all of the last day, so that a list can go on with an earlier day.
 */
export async function findUnstamped(
  trx: Transaction,
  reader: Reader,
  { from, before, count }: { from: string; before: string; count: number },
): Promise<PublishedSummary[]> {
  const { rows } = await sql<PublishedSummary>`
    select page.*, false as stamped from (
      select ${summaryColumns}
      from organisation o join piece p on ${isPublishedAt(reader)}
      where ${isSeen(reader)} and p.publish_on >= ${from} and p.publish_on < ${before} and not exists (
        select 1 from study_mark m where m.tenant_id = p.tenant_id and m.member_id = ${reader.memberId}
          and m.piece_id = p.id and m.day >= ${from} and m.day < ${before})
      order by p.publish_on desc
      fetch first ${sql.lit(count)} rows with ties
    ) page
    order by page."publishOn" desc, page.id`.execute(trx);
  return rows;
}
