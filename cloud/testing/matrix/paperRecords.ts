import { sealedUntil } from '../../../src/domain/quiz/paper/publishing';
import { changePaper, insertPaper, replacePaperQuestions } from '../../quiz/paper/paperRepository';
import { insertReviewedQuestion } from '../../quiz/quizRepository';
import type { Scribe } from './scribe';

/** Papers of an organisation, each with a question of its own. */
export interface PaperRecords {
  paperDraft: string;
  /** On phones, until tomorrow. */
  paperOpen: string;
}

/** Makes the papers of an organisation. */
export async function addPapers(scribe: Scribe, organisationId: string): Promise<PaperRecords> {
  return {
    paperDraft: await addPaper(scribe, organisationId, false),
    paperOpen: await addPaper(scribe, organisationId, true),
  };
}

async function addPaper(scribe: Scribe, organisationId: string, isOut: boolean): Promise<string> {
  const { trx, tenantId, ports, newId, authorId, reviewerId } = scribe;
  const now = ports.clock.now();
  const closesAt = new Date(now.getTime() + 86_400_000);
  const [id, questionId] = [newId(), newId()];
  await insertReviewedQuestion(trx, tenantId, {
    id: questionId,
    organisationId,
    type: 'trueFalse',
    stem: `卷子里的题 ${questionId}`,
    options: [],
    key: [1],
    explanation: '条文这样写。',
    source: { title: '计量法', article: '第二十一条', url: null, versionOn: '2018-10-26', checkedOn: null },
    topic: '卷子',
    demo: false,
    authorId,
    reviewerId,
  });
  await insertPaper(trx, tenantId, { id, organisationId, title: '小测', authorId, sealedUntil: closesAt });
  await replacePaperQuestions(trx, tenantId, id, [questionId]);
  if (isOut) {
    await changePaper(trx, tenantId, id, {
      state: 'published',
      way: 'phones',
      minutes: null,
      opens_at: new Date(now.getTime() - 60_000),
      closes_at: closesAt,
      sealed_until: sealedUntil(closesAt),
      published_by: authorId,
    });
  }
  return id;
}
