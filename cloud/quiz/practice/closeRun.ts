import { grade } from '../../../src/domain/quiz/grade';
import { remember } from '../../../src/domain/quiz/practice/memory';
import type { Transaction } from '../../database/tenantTransaction';
import { findUngraded, gradeRun } from './answerRepository';
import type { StoredRun } from './runRepository';

/**
 * Grades what is in time of an exam and closes it; the caller holds the lock of its row. Questions without an answer
 * stay without one: they are neither wrong nor explained. `by`: a person's own handing in takes the deadline away; the
 * clock leaves it for the answers that are still on their way.
 */
export async function closeRun(
  trx: Transaction,
  tenantId: string,
  run: StoredRun,
  { by, today }: { by: 'person' | 'clock'; today: string },
): Promise<void> {
  const key = { tenantId, memberId: run.memberId, runId: run.id };
  const answers = await findUngraded(trx, key);
  const verdicts = answers.flatMap((one) => {
    const grading = grade(one, one.answer);
    if (grading.kind === 'refused') return [];
    const { correct } = grading;
    // A second answer of the day moves nothing but the mistake; the statement sees to it.
    const before = one.memory && one.memory.lastOn < today ? one.memory : null;
    return [{ questionId: one.questionId, wrong: !correct, ...remember(before, today, correct) }];
  });
  await gradeRun(trx, key, { verdicts, deadlineAt: by === 'clock' ? run.deadlineAt : null });
}
