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

/** A draft of the committee that nobody has reviewed; gives its id. */
export async function addQuestionDraft(bureau: TestBureau): Promise<string> {
  return bureau.asActor('committeeOfficer', async ({ trx, newId }) => {
    const id = newId();
    await trx
      .insertInto('question')
      .values({
        tenant_id: bureau.tenantId,
        id,
        organisation_id: bureau.organisations.committee,
        type: 'single',
        stem: `草稿 ${id}`,
        options: JSON.stringify(['甲', '乙']),
        key: JSON.stringify([1]),
        explanation: '',
        source: JSON.stringify({ title: '计量法', article: '', url: null, versionOn: null, checkedOn: null }),
        topic: '计量',
        author_id: bureau.members.committeeOfficer,
        reviewer_id: null,
      })
      .execute();
    return id;
  });
}

/** Changes what decides whether a question is asked, behind the program's back. */
export function changeQuestion(
  bureau: TestBureau,
  id: string,
  changes: { state?: 'retired'; expires_on?: string | null },
): Promise<unknown> {
  return bureau.asActor('committeeOfficer', ({ trx }) =>
    trx
      .updateTable('question')
      .set(changes)
      .where('tenant_id', '=', bureau.tenantId)
      .where('id', '=', id)
      .execute(),
  );
}
