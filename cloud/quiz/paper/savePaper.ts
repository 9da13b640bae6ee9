import type { Output, ParsedInput } from '../../../src/contract/operations';
import { drawQuestions } from '../../../src/domain/quiz/paper/drawQuestions';
import { draftSealedUntil, MOST_QUESTIONS } from '../../../src/domain/quiz/paper/publishing';
import { AppError } from '../../appError';
import { type Context, memberUseCase } from '../../operation';
import { mayMakePaper, mayMakePapers } from '../../policies/paper';
import { findPlace, type RosterPlace } from '../../roster/placeRepository';
import { wholePaperOf } from './paperOf';
import {
  changePaper,
  findPaper,
  findPaperCandidates,
  findTakenQuestions,
  insertPaper,
  type PaperRecord,
  replacePaperQuestions,
} from './paperRepository';
import { requirePaper } from './requirePaper';

type Subject = { place: RosterPlace; paper: PaperRecord | null };

/** Makes a paper or changes a draft: what is kept in its order, then what is drawn anew by the server. */
export const savePaper = memberUseCase('quiz.savePaper')({
  policy: mayMakePapers,
  subject: async ({ trx, actor }, { paper: ref, organisationId }): Promise<Subject | null> => {
    const place = await findPlace(trx, actor.tenantId, organisationId);
    if (!ref) return place && { place, paper: null };
    const paper = await findPaper(trx, actor.tenantId, ref.paperId, { lock: true });
    // A draft stays with the organisation it was made for.
    return place && paper?.organisationId === organisationId ? { place, paper } : null;
  },
  subjectPolicy: (actor, { place }) => mayMakePaper(actor, place),
  run: save,
  auditSubject: (_input, { paperId }) => ({ kind: 'paper', id: paperId }),
});

/**
 * Throws `conflict`, `wrong_state`, `bank_too_small`, `paper_too_long`, `question_sealed` (somebody else's paper was
 * faster), and `not_found` for a kept question that the organisation may not ask.
 */
async function save(
  context: Context,
  { paper: ref, title, keep, draw }: ParsedInput<'quiz.savePaper'>,
  { place, paper }: Subject,
): Promise<Output<'quiz.savePaper'>> {
  const { trx, actor, now, newId } = context;
  if (paper && ref) requirePaper(paper, ref.version);
  const paperId = paper?.id ?? newId();
  if (keep.length + draw.reduce((sum, part) => sum + part.count, 0) > MOST_QUESTIONS) {
    throw new AppError('paper_too_long');
  }
  const candidates = await findPaperCandidates(trx, actor.tenantId, {
    organisationIds: place.organisationPath.split('/').filter(Boolean),
    paperId,
    today: actor.today,
    now,
  });
  const known = new Set(candidates.map((one) => one.questionId));
  if (!keep.every((questionId) => known.has(questionId))) throw new AppError('not_found');
  const drawn = drawQuestions(newId(), draw, candidates, keep);
  if (drawn.kind === 'tooFew') throw new AppError('bank_too_small', `part ${drawn.part}: ${drawn.found}`);
  const questionIds = [...keep, ...drawn.questionIds];
  const taken = await findTakenQuestions(trx, actor.tenantId, { paperId, questionIds, now });
  if (taken.length > 0) throw new AppError('question_sealed');
  const sealedUntil = draftSealedUntil(now);
  if (paper) await changePaper(trx, actor.tenantId, paperId, { title, sealed_until: sealedUntil });
  else {
    const { organisationId } = place;
    await insertPaper(trx, actor.tenantId, {
      id: paperId,
      organisationId,
      title,
      authorId: actor.memberId,
      sealedUntil,
    });
  }
  await replacePaperQuestions(trx, actor.tenantId, paperId, questionIds);
  return wholePaperOf(context, paperId);
}
