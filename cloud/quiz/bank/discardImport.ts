import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { keepHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { loadOwnImport } from './importReply';
import { deletePreview } from './importRepository';

/** Removes an own preview before its time. Refused: `wrong_state` (applied or taken back). */
export const discardImport = memberUseCase('quiz.discardImport')({
  policy: whoeverMay('quiz.keep'),
  subject: (context, { importId }) => loadOwnImport(context, importId, { lock: true }),
  subjectPolicy: (actor, made) => keepHat(actor, made),
  run: async ({ trx, actor }, { importId }) => {
    if (!(await deletePreview(trx, actor, importId))) throw new AppError('wrong_state');
    return {};
  },
  auditSubject: ({ importId }) => ({ kind: 'bankImport', id: importId }),
});
