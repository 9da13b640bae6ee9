import { memberUseCase } from '../../operation';
import { hasWrittenQuestion, keepHat, mayOpenBank, maySeeKeys, questionReviewHat } from '../../policies/bank';
import { contentOf } from './importReply';
import { findBankQuestion, findCorrection, findHistory } from './questionRepository';

/** More corrections of one question than anybody makes. */
const MOST_STEPS = 10;

/** One question with its key, its history and what the reader may do with it. */
export const readQuestion = memberUseCase('quiz.readQuestion')({
  policy: mayOpenBank,
  subject: ({ trx, actor }, { questionId }) => findBankQuestion(trx, actor.tenantId, questionId),
  subjectPolicy: (actor, question) => maySeeKeys(actor, question),
  run: async ({ trx, actor }, { questionId }, question) => {
    const keeps = keepHat(actor, question) !== null;
    const reviews = questionReviewHat(actor, question) !== null;
    const mine = hasWrittenQuestion(actor, question);
    const correctionId = await findCorrection(trx, actor.tenantId, questionId);
    const { id, version, organisationId, organisationName, state, expiresOn, demo } = question;
    return {
      question: {
        id,
        version,
        organisationId,
        organisationName,
        ...contentOf(question),
        state,
        expiresOn,
        demo,
        importedFrom: question.importedFrom?.join('、') ?? null,
        flagged: question.flagged,
        reviewKind: question.reviewKind,
        returnedReason: question.returnedReason,
        checking: question.lawChange,
        mine,
        mayEdit: keeps && state === 'draft',
        mayCorrect: keeps && state === 'reviewed' && correctionId === null,
        mayRetire: (keeps || reviews) && state !== 'retired',
        maySettle: reviews && !mine && state === 'reviewed' && question.lawChange !== null,
        correctionId,
        history: await findHistory(trx, actor.tenantId, questionId, MOST_STEPS),
      },
    };
  },
});
