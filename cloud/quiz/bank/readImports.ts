import { memberUseCase } from '../../operation';
import { keepHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { importReplies } from './importReply';
import { listOwnImports } from './importRepository';

/** A keeper has one or two open; the rest was applied this month. */
const MOST = 20;

/** The reader's own previews and what was applied in the last 30 days. */
export const readImports = memberUseCase('quiz.readImports')({
  policy: whoeverMay('quiz.keep'),
  run: async (context) => {
    const { trx, actor, now } = context;
    const own = await listOwnImports(trx, actor, now, MOST);
    // Who no longer keeps a bank has no business with what was read for it.
    const kept = own.filter((made) => keepHat(actor, made) !== null);
    return { imports: await importReplies(context, kept) };
  },
});
