import { isPaperWindow, sealedUntil } from '../../../src/domain/quiz/paper/publishing';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { mayMakePaper, mayMakePapers } from '../../policies/paper';
import { sealPaper } from '../sealRepository';
import { changedPaperOf } from './paperOf';
import { changePaper, findPaper, findPaperQuestions, findTakenQuestions } from './paperRepository';
import { requirePaper } from './requirePaper';

/**
 * Publishes a draft for the members of its organisation and of all below it; from then on it stays as it is. Throws
 * `conflict`, `wrong_state`, `paper_empty`, `paper_window`, `paper_outdated`, and `question_sealed` when the draft lay so
 * long that another paper has one of its questions.
 */
export const publishPaper = memberUseCase('quiz.publishPaper')({
  policy: mayMakePapers,
  subject: ({ trx, actor }, { paperId }) => findPaper(trx, actor.tenantId, paperId, { lock: true }),
  subjectPolicy: (actor, paper) => mayMakePaper(actor, paper),
  run: async (context, { paperId, version, way, minutes, opensAt, closesAt }, paper) => {
    const { trx, actor, now } = context;
    requirePaper(paper, version);
    const [from, to] = [new Date(opensAt), new Date(closesAt)];
    if (!isPaperWindow(from, to, now)) throw new AppError('paper_window');
    const questions = await findPaperQuestions(trx, actor.tenantId, paperId, {
      today: actor.today,
      now,
    });
    if (questions.length === 0) throw new AppError('paper_empty');
    if (questions.some((one) => one.outdated)) throw new AppError('paper_outdated');
    const questionIds = questions.map((one) => one.questionId);
    const taken = await findTakenQuestions(trx, actor.tenantId, { paperId, questionIds, now });
    if (taken.length > 0) throw new AppError('question_sealed');
    // A draft that lay for long knows nothing of what was corrected since.
    await sealPaper(trx, actor.tenantId, paperId);
    await changePaper(trx, actor.tenantId, paperId, {
      state: 'published',
      way,
      minutes,
      opens_at: from,
      closes_at: to,
      sealed_until: sealedUntil(to),
      published_by: actor.memberId,
    });
    return changedPaperOf(context, paperId);
  },
  auditSubject: ({ paperId }) => ({ kind: 'paper', id: paperId }),
});
