import { memberUseCase } from '../../operation';
import { keepHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { importReply, loadOwnImport } from './importReply';

/** One own import. */
export const readImport = memberUseCase('quiz.readImport')({
  policy: whoeverMay('quiz.keep'),
  subject: (context, { importId }) => loadOwnImport(context, importId),
  subjectPolicy: (actor, made) => keepHat(actor, made),
  run: (context, _input, made) => importReply(context, made),
});
