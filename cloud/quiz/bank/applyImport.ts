import type { QuestionContent, QuestionDraft } from '../../../src/domain/quiz/bank/questionDraft';
import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { keepHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { importReply, loadOwnImport, requireImport } from './importReply';
import { updateImport } from './importRepository';
import { type LineRecord, takeReadyLines } from './lineRepository';
import { findSameForms, insertDrafts, lockBank } from './questionRepository';
import { tellReviewers } from './tellReviewers';
import { organisationsAbove } from './twinsOf';

/** The lines that stayed behind can be resolved for so long, and the import taken back. */
const KEPT_MS = 30 * 86_400_000;

/**
 * Brings every line that is ready into the bank as a draft, in one transaction. What the same file, or another, has
 * brought in since the preview was made is not brought in twice, and counted. Refused: `conflict` (something was changed
 * meanwhile), `wrong_state`, `import_nothing_ready`.
 */
export const applyImport = memberUseCase('quiz.applyImport')({
  policy: whoeverMay('quiz.keep'),
  subject: (context, { importId }) => loadOwnImport(context, importId, { lock: true }),
  subjectPolicy: (actor, made) => keepHat(actor, made),
  run: async (context, { importId, version }, made) => {
    requireImport(made, version, ['preview', 'applied']);
    const { trx, actor, now, newId, demo } = context;
    const { tenantId, memberId } = actor;
    await lockBank(trx, tenantId, made.organisationId);
    const ready = await takeReadyLines(trx, { tenantId, importId });
    if (ready.length === 0) throw new AppError('import_nothing_ready');
    const same = await findSameForms(
      trx,
      tenantId,
      organisationsAbove(made),
      ready.map(({ plain }) => plain),
    );
    const there = new Set(same.map(({ plain }) => plain));
    const isWanted = ({ plain, twins }: LineRecord) =>
      !there.has(plain) || twins.some((twin) => twin.kind === 'same' && twin.questionId !== null);
    const taken = ready.filter(isWanted);
    await insertDrafts(
      trx,
      tenantId,
      // In the order of the files, as ids are.
      taken.map(({ draft, plain, flagged }) => ({
        ...soundContent(draft),
        id: newId(),
        organisationId: made.organisationId,
        authorId: memberId,
        plain,
        flagged,
        importId,
        replacesId: null,
        expiresOn: null,
        demo,
      })),
    );
    const counts = {
      ...made.counts,
      added: made.counts.added + taken.length,
      already: made.counts.already + ready.length - taken.length,
    };
    const endsAt = new Date(now.getTime() + KEPT_MS);
    const next = await updateImport(trx, tenantId, importId, { state: 'applied', counts, endsAt });
    if (taken.length > 0)
      await tellReviewers(context, made, `${taken.length} 道新题等您审核`, 'deskBankReview');
    return importReply(context, { ...made, version: next, state: 'applied', counts, endsAt });
  },
  auditSubject: ({ importId }) => ({ kind: 'bankImport', id: importId }),
});

/** A line without problems has its type. */
function soundContent({ type, ...draft }: QuestionDraft): QuestionContent {
  if (type === null) throw new Error('a line without a type was ready');
  return { ...draft, type };
}
