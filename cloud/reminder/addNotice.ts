import type { NoticeTarget } from '../../src/domain/reminder/noticeTarget';
import type { Transaction } from '../database/tenantTransaction';
import { insertNotice } from './reminderRepository';

/** What adding a notice needs; every use case's Context fits. */
export interface NoticeContext {
  trx: Transaction;
  now: Date;
  newId(): string;
  actor: { tenantId: string };
}

/**
 * Puts a notice into a member's in-app inbox, in the transaction of what it
 * tells: it exists exactly when that does. `text` is one plain sentence in the
 * voice of design.md "Words"; no budget applies, nothing rings. With a `target`
 * the notice opens the screen where its matter is settled.
 */
export async function addNotice(
  { trx, now, newId, actor }: NoticeContext,
  memberId: string,
  text: string,
  target?: NoticeTarget,
): Promise<void> {
  const { tenantId } = actor;
  await insertNotice(trx, { tenantId, id: newId(), memberId, text, target: target ?? null, now });
}
