import { insertReviewedQuestion, type ReviewedQuestion } from '../quiz/quizRepository';
import type { TestBureau } from './bureau';
import type { TestOrganisation } from './people';

/** A reviewed single-choice question of the committee whose key is the second of four options; gives its id. */
export async function addQuestion(
  bureau: TestBureau,
  { at = 'committee', ...fields }: Partial<ReviewedQuestion> & { at?: TestOrganisation } = {},
): Promise<string> {
  return bureau.asActor('committeeOfficer', async ({ trx, newId }) => {
    const id = fields.id ?? newId();
    await insertReviewedQuestion(trx, bureau.tenantId, {
      organisationId: bureau.organisations[at],
      type: 'single',
      stem: `题目 ${id}`,
      options: ['甲', '乙', '丙', '丁'],
      key: [1],
      explanation: '因为条文这样写。',
      source: { title: '计量法', article: '第二十一条', url: null, versionOn: '2018-10-26', checkedOn: null },
      topic: '计量',
      demo: true,
      authorId: bureau.members.committeeOfficer,
      reviewerId: bureau.members.committeeSecretary,
      ...fields,
      id,
    });
    return id;
  });
}

/** Sets the state of a question behind the program's back. */
export function setQuestionState(
  bureau: TestBureau,
  id: string,
  state: 'draft' | 'reviewed' | 'retired',
): Promise<unknown> {
  return bureau.asActor('committeeOfficer', ({ trx }) =>
    trx
      .updateTable('question')
      .set({ state })
      .where('tenant_id', '=', bureau.tenantId)
      .where('id', '=', id)
      .execute(),
  );
}
