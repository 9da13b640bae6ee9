import { sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';

/** Where questions about swaps of a rota lie: speakers of micro-lectures, organisations that supply pieces. */
export type SwapTable = 'lecture_swap' | 'supply_swap';

/** Settles a question that waits. */
export async function settleSwap(
  trx: Transaction,
  table: SwapTable,
  { tenantId, swapId }: { tenantId: string; swapId: string },
  state: 'agreed' | 'declined' | 'takenBack',
): Promise<void> {
  await sql`update ${sql.table(table)} set state = ${state}
    where tenant_id = ${tenantId} and id = ${swapId}`.execute(trx);
}

/** Questions about turns that have changed hands or gone lapse. */
export async function lapseSwaps(
  trx: Transaction,
  table: SwapTable,
  { tenantId, turnIds }: { tenantId: string; turnIds: readonly string[] },
): Promise<void> {
  await sql`update ${sql.table(table)} set state = 'lapsed'
    where tenant_id = ${tenantId} and state = 'asked'
      and (turn_id = any(${[...turnIds]}::uuid[]) or with_turn_id = any(${[...turnIds]}::uuid[]))`.execute(
    trx,
  );
}
