import { type RawBuilder, sql } from 'kysely';
import { type SearchTerm, termsNeeded } from '../../src/domain/study/search/searchTerms';
import type { StoredBlock } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';
import type { Reader } from './reader';
import { isPublishedAt, isSeen, isStamped, type PublishedSummary, summaryColumns } from './readingRepository';
import type { SearchKind } from './searchIndexRepository';
import { type SeriesCount, seriesCount } from './seriesCountRepository';

/** A question cut into terms; it has at least one. */
export interface Question {
  terms: readonly SearchTerm[];
  limit: number;
}

/** A published piece that has most of what was asked for, with its text for the excerpt. */
export interface FoundPiece extends PublishedSummary {
  blocks: StoredBlock[];
}

/** The terms as rows `term (low, high)`. */
function termRows(terms: readonly SearchTerm[]): RawBuilder<unknown> {
  const lows = terms.map((term) => term.low);
  const highs = terms.map((term) => term.high);
  return sql`unnest(${lows}::text[], ${highs}::text[]) as term (low, high)`;
}

/** What of a kind has enough of the question's terms, as `found (id, terms, weight)`; through the key of `search_gram`. */
function found(tenantId: string, kind: SearchKind, terms: readonly SearchTerm[]): RawBuilder<unknown> {
  return sql`found as (
      select hit.id, count(*) as terms, sum(hit.weight) as weight
      from ${termRows(terms)} cross join lateral (
        select g.id, max(g.weight) as weight from search_gram g
        where g.tenant_id = ${tenantId} and g.gram >= term.low collate "C" and g.gram < term.high collate "C"
          and g.kind = ${kind}
        group by g.id
      ) hit
      group by hit.id having count(*) >= ${termsNeeded(terms.length)}
    )`;
}

/**
 * Published pieces that the reader may see and that have enough of the question's terms: those with most terms first,
 * then by where the terms stand, then the newest.
 */
export async function searchPieces(
  trx: Transaction,
  reader: Reader,
  { terms, limit }: Question,
): Promise<FoundPiece[]> {
  const { rows } = await sql<FoundPiece>`
    with ${found(reader.tenantId, 'piece', terms)}
    select ${summaryColumns}, ${isStamped(reader)} as stamped, p.blocks
    from found join piece p on p.tenant_id = ${reader.tenantId} and p.id = found.id
      join organisation o on ${isPublishedAt(reader)}
    where ${isSeen(reader)}
    order by found.terms desc, found.weight desc, p.publish_on desc, p.id
    limit ${limit}`.execute(trx);
  return rows;
}

/** A series of which something is out. */
export interface FoundSeries extends SeriesCount {
  topic: string;
}

/** Series with enough of the question's terms of which the reader may see a published piece, in the same order. */
export async function searchSeries(
  trx: Transaction,
  reader: Reader,
  { terms, limit }: Question,
): Promise<FoundSeries[]> {
  const { rows } = await sql<{ topic: string; counted: SeriesCount }>`
    with ${found(reader.tenantId, 'series', terms)}
    select s.topic, ${seriesCount(reader, sql.ref('s.id'))} as counted
    from found join series s on s.tenant_id = ${reader.tenantId} and s.id = found.id and s.state = 'approved'
      join organisation o on o.id = s.organisation_id and ${isSeen(reader)}
    where exists (select 1 from piece p where ${isPublishedAt(reader)} and p.series_id = s.id)
    order by found.terms desc, found.weight desc, s.id
    limit ${limit}`.execute(trx);
  return rows.map(({ topic, counted }) => ({ ...counted, topic }));
}

/** A note of the member's own with the piece it stands at. */
export interface FoundNote {
  pieceId: string;
  title: string;
  text: string;
}

/** The member's own notes that have enough of the question's terms, those with most terms first, then the newest. */
export async function searchNotes(
  trx: Transaction,
  { tenantId, memberId }: Pick<Reader, 'tenantId' | 'memberId'>,
  { terms, limit }: Question,
): Promise<FoundNote[]> {
  const { rows } = await sql<FoundNote>`
    with found as (
      select hit.piece_id, count(*) as terms
      from ${termRows(terms)} cross join lateral (
        select distinct g.piece_id from study_note_gram g
        where g.tenant_id = ${tenantId} and g.member_id = ${memberId}
          and g.gram >= term.low collate "C" and g.gram < term.high collate "C"
      ) hit
      group by hit.piece_id having count(*) >= ${termsNeeded(terms.length)}
    )
    select n.piece_id as "pieceId", p.title, n.text
    from found join study_note n on n.tenant_id = ${tenantId} and n.member_id = ${memberId} and n.piece_id = found.piece_id
      join piece p on p.tenant_id = ${tenantId} and p.id = n.piece_id
    order by found.terms desc, n.written_on desc, n.piece_id
    limit ${limit}`.execute(trx);
  return rows;
}
