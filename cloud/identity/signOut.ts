import { inTransaction } from '../database/tenantTransaction';
import { doorUseCase } from '../operation';
import { closeSession } from './session';

/** Ends the session that asks; with none it is content. In WeChat itself there is no session to end. */
export const signOut = doorUseCase('identity.signOut')({
  policy: () => true,
  run: async ({ db, ports, caller }) => {
    await inTransaction(db, (trx) => closeSession(trx, ports, caller.sessionToken));
    return { output: {}, session: null };
  },
});
