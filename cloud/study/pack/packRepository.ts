import { sql } from 'kysely';
import type { Transaction } from '../../database/tenantTransaction';
import type { PieceContent } from '../studyRepository';

/** A page of an organisation's approved pieces that belong to no series, newest first by id, older than `before`. */
export async function findPackable(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<{ id: string; title: string; topic: string; length: number }[]> {
  return trx
    .selectFrom('piece')
    .select(['id', 'title', 'topic', 'length'])
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'approved')
    .where('source', 'is not', null)
    .where('series_id', 'is', null)
    .$if(before !== null, (query) => query.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The most series that are offered. */
const MOST_SERIES = 50;

/** An organisation's series with approved pieces, newest first, with how many those are. */
export async function findPackableSeries(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
): Promise<{ id: string; title: string; pieceCount: number }[]> {
  const { rows } = await sql<{ id: string; title: string; pieceCount: number }>`
    select s.id, s.title, count(*)::int as "pieceCount"
    from piece p join series s on s.tenant_id = p.tenant_id and s.id = p.series_id
    where p.tenant_id = ${tenantId} and p.organisation_id = ${organisationId} and p.state = 'approved'
      and p.source is not null and s.state = 'approved'
    group by s.id, s.title
    order by s.id desc
    limit ${sql.lit(MOST_SERIES)}`.execute(trx);
  return rows;
}

/** Approved pieces of an organisation by their ids or their series, a series in its order; at most `limit`. */
export async function findPackContents(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  chosen: { pieceIds: readonly string[]; seriesIds: readonly string[]; limit: number },
): Promise<(PieceContent & { id: string; seriesId: string | null })[]> {
  return trx
    .selectFrom('piece')
    .select(['id', 'series_id as seriesId', 'title', 'kind', 'topic', 'blocks', 'source', 'checks'])
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'approved')
    .where('source', 'is not', null)
    .where((where) =>
      where.or([
        where('id', '=', sql<string>`any(${[...chosen.pieceIds]}::uuid[])`),
        where('series_id', '=', sql<string>`any(${[...chosen.seriesIds]}::uuid[])`),
      ]),
    )
    .orderBy('series_id', (order) => order.asc().nullsFirst())
    .orderBy('position')
    .orderBy('id')
    .limit(chosen.limit)
    .execute();
}
