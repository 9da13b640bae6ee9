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
