import { insertFile, markFileReady } from '../../file/fileRepository';
import { insertImport } from '../../quiz/bank/importRepository';
import { insertLines } from '../../quiz/bank/lineRepository';
import { insertDrafts } from '../../quiz/bank/questionRepository';
import { insertReview } from '../../quiz/bank/reviewRepository';
import { insertReviewedQuestion } from '../../quiz/quizRepository';
import type { Scribe } from './scribe';

/** Questions of an organisation on their way. */
export interface BankRecords {
  /** Waits for a second person. */
  questionDraft: string;
  /** The review in which it is to be looked at. */
  questionReview: string;
  /** Reviewed, and waits to be checked because its law has changed on 1 October 2026. */
  lawQuestion: string;
}

/** What somebody imports: a finished file without content, and a preview with one line that is ready. */
export interface ImportRecords {
  bankFile: string;
  bankImport: string;
}

const content = {
  type: 'single' as const,
  options: ['甲', '乙'],
  key: [1],
  explanation: '条文这样写。',
  source: { title: '计量法', article: '第二十一条', url: null, versionOn: '2018-10-26', checkedOn: null },
  topic: '题库',
  difficulty: null,
};

/** Makes the questions of an organisation. */
export async function addBank(
  scribe: Scribe,
  organisationId: string,
  lawChangeId: string,
): Promise<BankRecords> {
  const { trx, tenantId, newId, authorId, reviewerId } = scribe;
  const [questionDraft, questionReview, lawQuestion] = [newId(), newId(), newId()];
  await insertDrafts(trx, tenantId, [
    {
      ...content,
      id: questionDraft,
      stem: '等待审核的题',
      organisationId,
      authorId,
      plain: '等待审核的题|乙|甲',
      flagged: true,
      importId: null,
      replacesId: null,
      expiresOn: null,
      demo: false,
    },
  ]);
  await insertReview(trx, tenantId, {
    id: questionReview,
    organisationId,
    importId: null,
    flagged: [questionDraft],
    sample: [],
    rest: [],
    openedBy: reviewerId,
    openedOn: '2026-11-20',
  });
  await insertReviewedQuestion(trx, tenantId, {
    ...content,
    id: lawQuestion,
    stem: '等待核对的题',
    organisationId,
    demo: false,
    authorId,
    reviewerId,
  });
  await trx
    .updateTable('question')
    .set({ law_change_id: lawChangeId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', lawQuestion)
    .execute();
  return { questionDraft, questionReview, lawQuestion };
}

/** Makes what a person imports for `organisationId`. */
export async function addImport(
  { trx, ports, tenantId, newId }: Scribe,
  memberId: string,
  organisationId: string,
): Promise<ImportRecords> {
  const [bankFile, bankImport] = [newId(), newId()];
  const now = ports.clock.now();
  const file = { id: bankFile, ownerId: memberId, name: '题库.txt', declaredSize: 10 };
  await insertFile(trx, tenantId, { ...file, purpose: 'import' }, now);
  await markFileReady(trx, tenantId, bankFile, {
    size: 10,
    mediaType: 'text/plain',
    sha256: 'none',
    seconds: null,
    width: null,
    height: null,
  });
  await insertImport(
    trx,
    { tenantId, memberId },
    {
      id: bankImport,
      organisationId,
      topic: '题库',
      createdAt: now,
      endsAt: new Date(now.getTime() + 86_400_000),
      files: [{ name: '题库.txt', evidence: '' }],
      counts: { essays: 0, read: 1, added: 0, already: 0 },
    },
  );
  await insertLines(trx, { tenantId, importId: bankImport }, [
    {
      place: 1,
      at: '题库.txt 第 1 行',
      draft: { ...content, stem: '读进来的题' },
      plain: '读进来的题|乙|甲',
      problems: [],
      twins: [],
      decision: 'take',
      flagged: false,
    },
  ]);
  return { bankFile, bankImport };
}
