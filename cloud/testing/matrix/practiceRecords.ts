import { insertReviewedQuestion } from '../../quiz/quizRepository';
import type { Scribe } from './scribe';

/** What somebody practises: a mock exam that goes on, and a question in the wrong book. */
export interface PracticeRecords {
  exam: string;
  mistake: string;
}

/** Adds them for a member, with a question of their own that nobody is asked any more. */
export async function addPractice(
  { trx, ports, tenantId, newId, authorId, reviewerId }: Scribe,
  memberId: string,
  organisationId: string,
): Promise<PracticeRecords> {
  const questionId = newId();
  await insertReviewedQuestion(trx, tenantId, {
    id: questionId,
    organisationId,
    type: 'single',
    stem: '从前的题',
    options: ['甲', '乙'],
    key: [1],
    explanation: '条文这样写。',
    source: { title: '计量法', article: '第二十一条', url: null, versionOn: '2018-10-26', checkedOn: null },
    topic: '计量',
    demo: false,
    authorId,
    reviewerId,
  });
  await trx
    .updateTable('question')
    .set({ state: 'retired' })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', questionId)
    .execute();
  const exam = newId();
  const owned = { tenant_id: tenantId, member_id: memberId };
  await trx
    .insertInto('quiz_run')
    .values({
      ...owned,
      id: exam,
      mode: 'mockExam',
      label: '-',
      question_ids: [questionId],
      opened_on: '2026-11-23',
      deadline_at: new Date(ports.clock.now().getTime() + 30 * 60_000),
    })
    .execute();
  await trx
    .insertInto('review_card')
    .values({
      ...owned,
      question_id: questionId,
      stability: 3,
      difficulty: 5,
      last_on: '2026-11-20',
      due_on: '2026-11-21',
      wrong: true,
    })
    .execute();
  return { exam, mistake: questionId };
}
