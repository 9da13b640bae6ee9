import type { Input } from '../../../src/contract/operations';
import type { Ports } from '../../ports/ports';
import { closeReview } from '../../quiz/bank/closeReview';
import { judgeQuestion } from '../../quiz/bank/judgeQuestion';
import { openReview } from '../../quiz/bank/openReview';
import { readReviewBatch } from '../../quiz/bank/readReviewBatch';
import { saveQuestion } from '../../quiz/bank/saveQuestion';
import type { Transaction } from '../tenantTransaction';
import { windowQuestions } from './content/windowQuestions';
import { type DemoHand, handOf } from './demoContext';

/** Writes for the bureau, and reviews for it: two of the shoes one steps into. */
const WRITER = 'd0000003';
const REVIEWER = 'd0000004';

/**
 * Reviewed questions, with blanks and without, on the made-up handbook. Its new version (demoLaw.ts) comes later: then they
 * wait to be compared with it and are asked again once somebody has said that they still hold.
 */
export async function fillWindowQuestions(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const writer = await handFor(WRITER);
  const reviewer = await handFor(REVIEWER);
  const organisationId = writer.context.actor.held.find(
    (one) => one.post === 'publicityOfficer',
  )?.organisationId;
  if (!organisationId) throw new Error('the demo writer holds no post of the committee');
  for (const question of windowQuestions)
    await writer.does(saveQuestion, 'quiz.saveQuestion', {
      organisationId,
      question,
      expiresOn: null,
    } satisfies Input<'quiz.saveQuestion'>);
  await reviewAll(reviewer, organisationId);

  async function handFor(loginName: string): Promise<DemoHand> {
    const { member_id: memberId } = await trx
      .selectFrom('gate.login')
      .select('member_id')
      .where('tenant_id', '=', tenantId)
      .where('login_name', '=', loginName)
      .executeTakeFirstOrThrow();
    return handOf(trx, ports, tenantId, memberId, ports.clock.now());
  }
}

async function reviewAll(reviewer: DemoHand, organisationId: string): Promise<void> {
  const { reviewId } = await reviewer.does(openReview, 'quiz.openReview', { organisationId, importId: null });
  const batch = await reviewer.does(readReviewBatch, 'quiz.readReviewBatch', { reviewId });
  let { version } = batch.review;
  for (const one of batch.questions) {
    const judged = await reviewer.does(judgeQuestion, 'quiz.judgeQuestion', {
      reviewId,
      questionId: one.id,
      version: one.version,
      verdict: 'pass',
    });
    version = judged.review.version;
  }
  await reviewer.does(closeReview, 'quiz.closeReview', { reviewId, version });
}
