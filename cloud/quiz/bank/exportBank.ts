import type { QuestionContent } from '../../../src/domain/quiz/bank/questionDraft';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { keepHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { findPlace } from '../../roster/placeRepository';
import { bankDocument, bankTable, DOCX, XLSX } from './bankFile';
import { findToExport } from './readingRepository';

/** Questions of one file at most. */
const MOST_QUESTIONS = 2_000;
/** Text of one file: deflate never makes it much longer, base64 a third, and a reply is 900 KB at most. */
const MAX_TEXT_BYTES = 560 * 1024;

/** The reviewed questions of an organisation as a file; larger banks come in several. Audited: keys leave the server. */
export const exportBank = memberUseCase('quiz.exportBank')({
  policy: whoeverMay('quiz.keep'),
  subject: ({ trx, actor }, { organisationId }) => findPlace(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, place) => keepHat(actor, place),
  audited: true,
  run: async ({ trx, actor, now }, { organisationId, format, topic, after }, place) => {
    const found = await findToExport(trx, actor.tenantId, {
      organisationId,
      topic: topic ?? null,
      after: after ?? null,
      limit: MOST_QUESTIONS + 1,
      today: actor.today,
      now,
    });
    if (found.length === 0) throw new AppError('bank_empty');
    const questions = firstThatFit(found.slice(0, MOST_QUESTIONS));
    const content = format === 'xlsx' ? bankTable(questions) : bankDocument(place.name, questions);
    const title = topic === undefined ? `${place.name}题库` : `${place.name}题库（${topic}）`;
    return {
      name: `${title.replace(/[\\/:*?"<>|]/g, '')}.${format}`,
      mediaType: format === 'xlsx' ? XLSX : DOCX,
      base64: content.toString('base64'),
      next: found.length > questions.length ? (questions.at(-1)?.id ?? null) : null,
    };
  },
  auditSubject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
});

function firstThatFit<T extends QuestionContent>(questions: readonly T[]): T[] {
  let bytes = 0;
  const end = questions.findIndex((question) => {
    bytes += Buffer.byteLength(JSON.stringify(question), 'utf8');
    return bytes > MAX_TEXT_BYTES;
  });
  return questions.slice(0, end === -1 ? questions.length : Math.max(1, end));
}
