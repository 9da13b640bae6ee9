import { type RawBuilder, sql } from 'kysely';
import { gramsOf } from '../../src/domain/study/search/searchTerms';
import type { Transaction } from '../database/tenantTransaction';
import type { Reader } from './reader';
import { isPublishedAt, isSeen, isStamped, type PublishedSummary, summaryColumns } from './readingRepository';

/** Where a list of own things goes on: behind the thing of this day at this piece. */
export interface OwnCursor {
  day: string;
  pieceId: string;
}

/** A piece that was published for the reader, be it withdrawn since: what was done with it without a network still arrives. */
function wasRead({ tenantId, audience, now }: Reader, pieceId: string): RawBuilder<unknown> {
  return sql`select p.id from piece p
      where p.tenant_id = ${tenantId} and p.id = ${pieceId} and p.state in ('approved', 'withdrawn')
        and p.publish_at <= ${now}
        and p.organisation_id in (select seen.id from organisation seen where seen.tenant_id = ${tenantId}
          and (seen.level in ('organCommittee', 'leadingGroup') or seen.id = any(${audience}::uuid[])))`;
}

/** Keeps a bookmark of the member's own; false when there is no such piece for the reader. Repeating changes nothing. */
export async function insertBookmark(
  trx: Transaction,
  reader: Reader,
  pieceId: string,
  day: string,
): Promise<boolean> {
  const { rows } = await sql`
    with read as (${wasRead(reader, pieceId)}), kept as (
      insert into study_bookmark (tenant_id, member_id, piece_id, added_on)
      select ${reader.tenantId}::uuid, ${reader.memberId}::uuid, read.id, ${day}::date from read
      on conflict (tenant_id, member_id, piece_id) do nothing
    )
    select id from read`.execute(trx);
  return rows.length > 0;
}

/** Takes the member's bookmark off; none, no change. */
export async function deleteBookmark(
  trx: Transaction,
  { tenantId, memberId }: Pick<Reader, 'tenantId' | 'memberId'>,
  pieceId: string,
): Promise<void> {
  await sql`delete from study_bookmark
    where tenant_id = ${tenantId} and member_id = ${memberId} and piece_id = ${pieceId}`.execute(trx);
}

/** The member's bookmarks on pieces that can still be read, the last added first. */
export async function findBookmarks(
  trx: Transaction,
  reader: Reader,
  { after, limit }: { after: OwnCursor | null; limit: number },
): Promise<(PublishedSummary & { addedOn: string })[]> {
  const { rows } = await sql<PublishedSummary & { addedOn: string }>`
    select ${summaryColumns}, ${isStamped(reader)} as stamped, b.added_on as "addedOn"
    from study_bookmark b join piece p on p.tenant_id = b.tenant_id and p.id = b.piece_id
      join organisation o on ${isPublishedAt(reader)}
    where b.tenant_id = ${reader.tenantId} and b.member_id = ${reader.memberId} and ${isSeen(reader)}
      ${after ? sql`and (b.added_on, b.piece_id) < (${after.day}::date, ${after.pieceId}::uuid)` : sql``}
    order by b.added_on desc, b.piece_id desc
    limit ${limit}`.execute(trx);
  return rows;
}

/**
 * Writes the member's own note on a piece and cuts it for the own search; false when there is no such piece for the
 * reader. The last of two at once stays, whole.
 */
export async function upsertNote(
  trx: Transaction,
  reader: Reader,
  { pieceId, text, day }: { pieceId: string; text: string; day: string },
): Promise<boolean> {
  const { tenantId, memberId } = reader;
  const { rows } = await sql`
    insert into study_note (tenant_id, member_id, piece_id, text, written_on)
    select ${tenantId}::uuid, ${memberId}::uuid, read.id, ${text}, ${day}::date from (${wasRead(reader, pieceId)}) read
    on conflict (tenant_id, member_id, piece_id)
      do update set text = excluded.text, written_on = excluded.written_on
    returning piece_id`.execute(trx);
  if (rows.length === 0) return false;
  await sql`delete from study_note_gram
    where tenant_id = ${tenantId} and member_id = ${memberId} and piece_id = ${pieceId}`.execute(trx);
  await sql`insert into study_note_gram (tenant_id, member_id, gram, piece_id)
    select ${tenantId}::uuid, ${memberId}::uuid, gram, ${pieceId}::uuid
    from unnest(${gramsOf(text)}::text[]) gram`.execute(trx);
  return true;
}

/** Takes the member's note off a piece, and what it was found by; none, no change. */
export async function deleteNote(
  trx: Transaction,
  { tenantId, memberId }: Pick<Reader, 'tenantId' | 'memberId'>,
  pieceId: string,
): Promise<void> {
  await sql`delete from study_note
    where tenant_id = ${tenantId} and member_id = ${memberId} and piece_id = ${pieceId}`.execute(trx);
}

/** A note of the member's own. */
export interface OwnNote {
  pieceId: string;
  title: string;
  text: string;
  writtenOn: string;
  /** The piece can still be read. */
  readable: boolean;
}

/** The member's own notes, the last written first; also those on pieces that were withdrawn. */
export async function findNotes(
  trx: Transaction,
  reader: Reader,
  { after, limit }: { after: OwnCursor | null; limit: number },
): Promise<OwnNote[]> {
  const { rows } = await sql<OwnNote>`
    select n.piece_id as "pieceId", p.title, n.text, n.written_on as "writtenOn",
      exists (select 1 from organisation o where ${isSeen(reader)} and ${isPublishedAt(reader)}) as readable
    from study_note n join piece p on p.tenant_id = n.tenant_id and p.id = n.piece_id
    where n.tenant_id = ${reader.tenantId} and n.member_id = ${reader.memberId}
      ${after ? sql`and (n.written_on, n.piece_id) < (${after.day}::date, ${after.pieceId}::uuid)` : sql``}
    order by n.written_on desc, n.piece_id desc
    limit ${limit}`.execute(trx);
  return rows;
}
