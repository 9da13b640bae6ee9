import { sql } from 'kysely';
import type { StoredCheck } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';

/** A published piece as something that a task can ask to study; `checks` hold their keys: for the server only. */
export interface PieceTarget {
  title: string;
  /** Characters of the text without blanks. */
  length: number;
  checks: StoredCheck[];
}

/**
 * A published piece that is the bureau's own or of one of `organisationIds`, or null: withdrawn, still to come, or of
 * another branch.
 */
export async function findPieceTarget(
  trx: Transaction,
  tenantId: string,
  { pieceId, organisationIds, now }: { pieceId: string; organisationIds: readonly string[]; now: Date },
): Promise<PieceTarget | null> {
  const { rows } = await sql<PieceTarget>`
    select p.title, p.length, p.checks
    from piece p join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
    where p.tenant_id = ${tenantId} and p.id = ${pieceId} and p.state = 'approved' and p.publish_at <= ${now}
      and (o.level in ('organCommittee', 'leadingGroup') or o.id = any(${[...organisationIds]}::uuid[]))`.execute(
    trx,
  );
  return rows[0] ?? null;
}

/**
 * A series that the bureau or one of `organisationIds` has published at least one piece of, or null; `length` is that of
 * all its pieces that stand, also those still to come.
 */
export async function findSeriesTarget(
  trx: Transaction,
  tenantId: string,
  { seriesId, organisationIds, now }: { seriesId: string; organisationIds: readonly string[]; now: Date },
): Promise<{ title: string; length: number } | null> {
  const { rows } = await sql<{ title: string; length: number }>`
    select s.title, sum(p.length)::integer as length
    from series s join organisation o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
    join piece p on p.tenant_id = s.tenant_id and p.series_id = s.id and p.state = 'approved'
    where s.tenant_id = ${tenantId} and s.id = ${seriesId} and s.state = 'approved'
      and (o.level in ('organCommittee', 'leadingGroup') or o.id = any(${[...organisationIds]}::uuid[]))
    group by s.title having bool_or(p.publish_at <= ${now})`.execute(trx);
  return rows[0] ?? null;
}
