import { sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';

/** Where questions about swaps of a rota lie: speakers of micro-lectures, organisations that supply pieces. */
export type SwapTable = 'lecture_swap' | 'supply_swap';

/** The columns of who asks and who is asked, besides the person who asks. */
export interface SwapSides {
  lecture_swap: { asked_of: string };
  supply_swap: { asking_id: string; asked_id: string };
}

/** Adds a question; false when one waits for that turn already. */
export async function insertSwap<T extends SwapTable>(
  trx: Transaction,
  table: T,
  tenantId: string,
  swap: { id: string; turnId: string; withTurnId: string; askedBy: string; sides: SwapSides[T] },
): Promise<boolean> {
  const columns = Object.keys(swap.sides).map((column) => sql.ref(column));
  const { rows } = await sql`
    insert into ${sql.table(table)} (tenant_id, id, turn_id, with_turn_id, asked_by, ${sql.join(columns)})
    values (${tenantId}, ${swap.id}, ${swap.turnId}, ${swap.withTurnId}, ${swap.askedBy},
      ${sql.join(Object.values(swap.sides))})
    on conflict (tenant_id, turn_id) where state = 'asked' do nothing
    returning id`.execute(trx);
  return rows.length > 0;
}

/** Locks turns in the order of their ids, so that two swaps never wait for each other. */
export async function lockTurnRows(
  trx: Transaction,
  table: 'lecture_turn' | 'supply_turn',
  tenantId: string,
  turnIds: readonly string[],
): Promise<void> {
  await sql`select id from ${sql.table(table)} where tenant_id = ${tenantId} and id = any(${[...turnIds]}::uuid[])
    order by id for update`.execute(trx);
}

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
