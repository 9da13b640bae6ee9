import { sql } from 'kysely';
import { questionForm } from '../../src/domain/quiz/bank/questionForm';
import type { QuestionKey, QuestionKind } from '../../src/domain/quiz/grade';
import type { StoredSource } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';

/** A question that two people stand behind, as demo filling and tests bring it in; imports come with their own preview. */
export interface ReviewedQuestion {
  id: string;
  organisationId: string;
  type: QuestionKind;
  stem: string;
  /** Empty for true-false. */
  options: readonly string[];
  /** Sorted indexes into `options`; of true-false `[1]` for true and `[0]` for false; of blanks the texts of each. */
  key: QuestionKey;
  explanation: string;
  source: StoredSource;
  topic: string;
  demo: boolean;
  authorId: string;
  /** Must not be the author: the table refuses it (product.md B2). */
  reviewerId: string;
}

/** Adds a reviewed question. */
export async function insertReviewedQuestion(
  trx: Transaction,
  tenantId: string,
  question: ReviewedQuestion,
): Promise<void> {
  await trx
    .insertInto('question')
    .values({
      tenant_id: tenantId,
      id: question.id,
      organisation_id: question.organisationId,
      type: question.type,
      stem: question.stem,
      options: JSON.stringify(question.options),
      key: JSON.stringify(question.key),
      explanation: question.explanation,
      source: JSON.stringify(question.source),
      topic: question.topic,
      state: 'reviewed',
      review_kind: 'each',
      plain: questionForm(question),
      demo: question.demo,
      author_id: question.authorId,
      reviewer_id: question.reviewerId,
    })
    .execute();
}

/** A question that was in one of the member's sets (of those still kept) or was answered by the member, or null. */
export async function findAskedQuestion(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  questionId: string,
): Promise<{ stem: string; organisationId: string } | null> {
  const { rows } = await sql<{ stem: string; organisationId: string }>`
    select q.stem, q.organisation_id as "organisationId" from question q
    where q.tenant_id = ${tenantId} and q.id = ${questionId} and (
      exists (select 1 from quiz_run r
        where r.tenant_id = q.tenant_id and r.member_id = ${memberId} and q.id = any(r.question_ids))
      or exists (select 1 from review_card card
        where card.tenant_id = q.tenant_id and card.member_id = ${memberId} and card.question_id = q.id))`.execute(
    trx,
  );
  return rows[0] ?? null;
}
