import { sql } from 'kysely';
import type { QuestionKind } from '../../../src/domain/quiz/grade';
import { defaultReviewSetting, type ReviewSetting } from '../../../src/domain/quiz/practice/pickReview';
import type { StoredSource } from '../../database/tables';
import type { Transaction } from '../../database/tenantTransaction';
import { type Asking, askable } from '../askableRepository';

type Who = Pick<Asking, 'tenantId' | 'memberId'>;

/** What the member has set for review, or the default. */
export async function findReviewSetting(
  trx: Transaction,
  { tenantId, memberId }: Who,
): Promise<ReviewSetting> {
  const row = await trx
    .selectFrom('review_setting')
    .select(['new_per_day as newPerDay', 'due_per_day as duePerDay'])
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row ?? defaultReviewSetting;
}

/** Keeps what the member wants. */
export async function saveReviewSetting(
  trx: Transaction,
  { tenantId, memberId }: Who,
  setting: ReviewSetting,
): Promise<void> {
  const wanted = { new_per_day: setting.newPerDay, due_per_day: setting.duePerDay };
  await trx
    .insertInto('review_setting')
    .values({ tenant_id: tenantId, member_id: memberId, ...wanted })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'member_id']).doUpdateSet(wanted))
    .execute();
}

/** Forgets the review of a day that nothing was answered in, so that it is put together afresh. */
export async function deleteUntouchedReview(
  trx: Transaction,
  { tenantId, memberId }: Who,
  day: string,
): Promise<void> {
  await sql`
    delete from quiz_run r where r.tenant_id = ${tenantId} and r.member_id = ${memberId}
      and r.mode = 'review' and r.label = ${day}
      and not exists (select 1 from run_answer a where a.tenant_id = r.tenant_id and a.run_id = r.id)`.execute(
    trx,
  );
}

/** Forgets what the member remembers of every question, the wrong book with it. */
export async function deleteCards(trx: Transaction, { tenantId, memberId }: Who): Promise<void> {
  await trx
    .deleteFrom('review_card')
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .execute();
}

/** A question of the wrong book: it was answered, so key and explanation may be seen. */
export interface Mistake {
  id: string;
  type: QuestionKind;
  stem: string;
  options: string[];
  topic: string;
  demo: boolean;
  key: number[] | string[][];
  explanation: string;
  source: StoredSource;
}

/** The member's wrong book by question, `limit` after `after`. */
export async function findWrongBook(
  trx: Transaction,
  asking: Asking,
  { after, limit }: { after: string | null; limit: number },
): Promise<Mistake[]> {
  const { rows } = await sql<Mistake>`
    select q.id, q.type, q.stem, q.options, q.topic, q.demo, q.key, q.explanation, q.source
    from review_card card join question q on q.tenant_id = card.tenant_id and q.id = card.question_id
    where card.tenant_id = ${asking.tenantId} and card.member_id = ${asking.memberId} and card.wrong
      and ${askable(asking)} ${after === null ? sql`` : sql`and card.question_id > ${after}::uuid`}
    order by card.question_id limit ${limit}`.execute(trx);
  return rows;
}

/** Takes a question out of the member's wrong book; its review goes on. False when it is not in it. */
export async function takeOutOfWrongBook(
  trx: Transaction,
  { tenantId, memberId }: Who,
  questionId: string,
): Promise<boolean> {
  const row = await trx
    .updateTable('review_card')
    .set({ wrong: false })
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .where('question_id', '=', questionId)
    .returning('question_id')
    .executeTakeFirst();
  return row !== undefined;
}
