import { questionForm } from '../../../src/domain/quiz/bank/questionForm';
import { questionProblems } from '../../../src/domain/quiz/bank/questionProblems';
import { questionWords } from '../../../src/domain/quiz/bank/questionWords';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { keepHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { findPlace } from '../../roster/placeRepository';
import {
  findBankQuestion,
  findCorrection,
  findSameForms,
  insertDrafts,
  lockBank,
  updateDraft,
} from './questionRepository';
import { organisationsAbove } from './twinsOf';

/**
 * Writes a draft, changes one, or begins the correction of a reviewed question, which itself never changes: the draft
 * takes its place once a second person has passed it. Refused: `question_unclear` (not sound), `conflict` (changed
 * meanwhile, or somebody is correcting it already), `wrong_state`, `bad_input` (a question of another organisation).
 */
export const saveQuestion = memberUseCase('quiz.saveQuestion')({
  policy: whoeverMay('quiz.keep'),
  subject: async ({ trx, actor }, { organisationId, questionId, replaces }) => {
    const { tenantId } = actor;
    const place = await findPlace(trx, tenantId, organisationId);
    const id = questionId ?? replaces;
    const question = id === undefined ? null : await findBankQuestion(trx, tenantId, id, { lock: true });
    return place && (id === undefined || question) ? { place, question } : null;
  },
  subjectPolicy: (actor, { place, question }) =>
    question && keepHat(actor, question) === null ? false : keepHat(actor, place),
  run: async (context, input, { place, question: there }) => {
    const { trx, actor, newId, demo } = context;
    const { tenantId, memberId } = actor;
    const { organisationId, question, expiresOn, version } = input;
    if (there && there.organisationId !== organisationId) throw new AppError('bad_input', 'organisationId');
    if (there && there.version !== version) throw new AppError('conflict');
    if (there && there.state !== (input.questionId === undefined ? 'reviewed' : 'draft'))
      throw new AppError('wrong_state');
    if (questionProblems(question).length > 0) throw new AppError('question_unclear');
    await lockBank(trx, tenantId, organisationId);
    const plain = questionForm(question);
    const same = await findSameForms(trx, tenantId, organisationsAbove(place), [plain]);
    // A correction is like what it corrects.
    const other = same.find(({ id }) => id !== there?.id && id !== there?.replacesId);
    const twin = other ? { questionId: other.id, state: other.state } : null;

    if (there && input.questionId !== undefined) {
      const editorIds = [...new Set([...there.editorIds, memberId])].filter((id) => id !== there.authorId);
      const changed = { ...question, plain, expiresOn, editorIds };
      const next = await updateDraft(trx, tenantId, there, changed);
      if (next === null) throw new AppError('conflict');
      return { questionId: there.id, version: next, twin };
    }
    if (there && (await findCorrection(trx, tenantId, there.id)) !== null) throw new AppError('conflict');
    const id = newId();
    await insertDrafts(trx, tenantId, [
      {
        ...question,
        id,
        organisationId,
        authorId: memberId,
        plain,
        // A correction is seen by itself.
        flagged: there !== null || questionWords(question).verdict !== 'pass',
        importId: null,
        replacesId: there?.id ?? null,
        expiresOn,
        demo,
      },
    ]);
    return { questionId: id, version: 1, twin };
  },
  auditSubject: (_input, { questionId }) => ({ kind: 'question', id: questionId }),
});
