import { AppError } from '../../appError';
import { memberUseCase } from '../../operation';
import { keepHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { importReply, loadOwnImport, requireImport } from './importReply';
import { updateImport } from './importRepository';
import { deleteImported, lockBank } from './questionRepository';

/** PostgreSQL's foreign_key_violation. */
const STILL_REFERRED_TO = '23503';

/**
 * Takes an applied import back: all of its questions go, reviewed ones as well. Refused: `import_in_use` once somebody
 * has answered one of them, remembers it or has corrected it; `conflict`, `wrong_state`.
 */
export const undoImport = memberUseCase('quiz.undoImport')({
  policy: whoeverMay('quiz.keep'),
  subject: (context, { importId }) => loadOwnImport(context, importId, { lock: true }),
  subjectPolicy: (actor, made) => keepHat(actor, made),
  run: async (context, { importId, version }, made) => {
    requireImport(made, version, ['applied']);
    const { trx, actor } = context;
    await lockBank(trx, actor.tenantId, made.organisationId);
    try {
      // Answers and cards refer to their questions: the database knows better than any count before it.
      await deleteImported(trx, actor.tenantId, importId);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === STILL_REFERRED_TO)
        throw new AppError('import_in_use');
      throw error;
    }
    const next = await updateImport(trx, actor.tenantId, importId, { state: 'undone' });
    return importReply(context, { ...made, version: next, state: 'undone' });
  },
  auditSubject: ({ importId }) => ({ kind: 'bankImport', id: importId }),
});
