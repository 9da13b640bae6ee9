import { sql } from 'kysely';
import type { Transaction } from '../../database/tenantTransaction';

/** A question about a swap that waits, with the two organisations as they were when it was asked. */
export interface SupplySwap {
  id: string;
  turnId: string;
  withTurnId: string;
  askingId: string;
  askingPath: string;
  askingName: string;
  askedId: string;
  askedPath: string;
  askedName: string;
}

const swapColumns = sql`w.id, w.turn_id as "turnId", w.with_turn_id as "withTurnId", w.asking_id as "askingId",
    a.path as "askingPath", a.name as "askingName", w.asked_id as "askedId", b.path as "askedPath", b.name as "askedName"`;

const swapTables = sql`supply_swap w
    join organisation a on a.tenant_id = w.tenant_id and a.id = w.asking_id
    join organisation b on b.tenant_id = w.tenant_id and b.id = w.asked_id`;

/** The questions that wait about the given turns. */
export async function findSwaps(
  trx: Transaction,
  tenantId: string,
  turnIds: readonly string[],
): Promise<SupplySwap[]> {
  const { rows } = await sql<SupplySwap>`
    select ${swapColumns} from ${swapTables}
    where w.tenant_id = ${tenantId} and w.state = 'asked' and w.turn_id = any(${[...turnIds]}::uuid[])
    order by w.id`.execute(trx);
  return rows;
}

/** A question that still waits, locked; or null. */
export async function lockSwap(
  trx: Transaction,
  tenantId: string,
  swapId: string,
): Promise<SupplySwap | null> {
  const { rows } = await sql<SupplySwap>`
    select ${swapColumns} from ${swapTables}
    where w.tenant_id = ${tenantId} and w.id = ${swapId} and w.state = 'asked'
    for update of w`.execute(trx);
  return rows[0] ?? null;
}
