import type { Transaction } from '../database/tenantTransaction';

/** One complaint or suggestion, with its sender's id only for the server. */
export interface StoredFeedback {
  id: string;
  /** Null when it was sent without a name. */
  senderId: string | null;
  text: string;
  sentOn: string;
  answer: string | null;
  answeredOn: string | null;
  version: number;
}

/** As its sender reads it. */
export function ownFeedbackOf({ id, text, sentOn, answer, answeredOn }: StoredFeedback) {
  const state: 'open' | 'answered' = answer === null ? 'open' : 'answered';
  return { id, text, state, sentOn, answer, answeredOn };
}

/**
 * Adds one, `senderId` null for one without a name, and nothing finer than its
 * day. False when the id is taken: then nothing changes.
 */
export async function insertFeedback(
  trx: Transaction,
  tenantId: string,
  feedback: { id: string; senderId: string | null; text: string; sentOn: string },
): Promise<boolean> {
  const result = await trx
    .insertInto('feedback')
    .values({
      tenant_id: tenantId,
      id: feedback.id,
      member_id: feedback.senderId,
      text: feedback.text,
      sent_on: feedback.sentOn,
      answer: null,
      answered_by: null,
      answered_on: null,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** One by its id (of an anonymous one: its ticket), or null. */
export async function findFeedback(
  trx: Transaction,
  tenantId: string,
  id: string,
): Promise<StoredFeedback | null> {
  const row = await selectFeedback(trx, tenantId).where('feedback.id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The newest `limit` signed ones of a member, newest first. */
export async function listOwnFeedback(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  limit: number,
): Promise<StoredFeedback[]> {
  return selectFeedback(trx, tenantId)
    .where('feedback.member_id', '=', memberId)
    .orderBy('feedback.sent_on', 'desc')
    .orderBy('feedback.id', 'desc')
    .limit(limit)
    .execute();
}

/** The bureau's for those who answer, `limit` at most: open ones first, then newest day first; `senderName` is null for those without a name. */
export async function listFeedback(
  trx: Transaction,
  tenantId: string,
  limit: number,
): Promise<(StoredFeedback & { senderName: string | null })[]> {
  return selectFeedback(trx, tenantId)
    .leftJoin('member as sender', (join) =>
      join.onRef('sender.tenant_id', '=', 'feedback.tenant_id').onRef('sender.id', '=', 'feedback.member_id'),
    )
    .select('sender.name as senderName')
    .orderBy((order) => order('feedback.answer', 'is', null), 'desc')
    .orderBy('feedback.sent_on', 'desc')
    .orderBy('feedback.id', 'desc')
    .limit(limit)
    .execute();
}

/** Answers, or corrects the answer of, the version that was seen; the new version, or null when it is another by now. */
export async function updateAnswer(
  trx: Transaction,
  tenantId: string,
  reply: { id: string; version: number; answer: string; answeredBy: string; answeredOn: string },
): Promise<number | null> {
  const row = await trx
    .updateTable('feedback')
    .set({
      answer: reply.answer,
      answered_by: reply.answeredBy,
      answered_on: reply.answeredOn,
      version: reply.version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', reply.id)
    .where('version', '=', reply.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

function selectFeedback(trx: Transaction, tenantId: string) {
  return trx
    .selectFrom('feedback')
    .select([
      'feedback.id',
      'feedback.member_id as senderId',
      'feedback.text',
      'feedback.sent_on as sentOn',
      'feedback.answer',
      'feedback.answered_on as answeredOn',
      'feedback.version',
    ])
    .where('feedback.tenant_id', '=', tenantId);
}
