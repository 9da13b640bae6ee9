import { sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';

/** A swap that waits for an answer. */
export interface SwapRecord {
  id: string;
  turnId: string;
  withTurnId: string;
  askedBy: string;
  askedByName: string;
  askedOf: string;
}

/** The swaps that somebody has asked for or is asked for. */
export async function findSwapsOf(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  turnIds: readonly string[],
): Promise<SwapRecord[]> {
  const { rows } = await sql<SwapRecord>`
    select w.id, w.turn_id as "turnId", w.with_turn_id as "withTurnId", w.asked_by as "askedBy",
      m.name as "askedByName", w.asked_of as "askedOf"
    from lecture_swap w join member m on m.tenant_id = w.tenant_id and m.id = w.asked_by
    where w.tenant_id = ${tenantId} and w.state = 'asked' and w.turn_id = any(${turnIds}::uuid[])
      and (w.asked_by = ${memberId} or w.asked_of = ${memberId})
    order by w.id`.execute(trx);
  return rows;
}

/** A swap that still waits, locked; or null. */
export async function lockSwap(
  trx: Transaction,
  tenantId: string,
  swapId: string,
): Promise<SwapRecord | null> {
  const { rows } = await sql<SwapRecord>`
    select w.id, w.turn_id as "turnId", w.with_turn_id as "withTurnId", w.asked_by as "askedBy",
      m.name as "askedByName", w.asked_of as "askedOf"
    from lecture_swap w join member m on m.tenant_id = w.tenant_id and m.id = w.asked_by
    where w.tenant_id = ${tenantId} and w.id = ${swapId} and w.state = 'asked'
    for update of w`.execute(trx);
  return rows[0] ?? null;
}

/** Two turns of different days change their speakers in one statement; what each had attached goes with its speaker. */
export async function exchangeSpeakers(
  trx: Transaction,
  tenantId: string,
  turnIds: readonly [string, string],
): Promise<void> {
  await sql`update lecture_turn t set speaker_id = other.speaker_id, topic = other.topic, outline = other.outline,
      piece_id = other.piece_id, version = t.version + 1
    from lecture_turn other
    where t.tenant_id = ${tenantId} and other.tenant_id = ${tenantId} and t.id = any(${turnIds}::uuid[])
      and other.id = any(${turnIds}::uuid[]) and other.id <> t.id`.execute(trx);
}
