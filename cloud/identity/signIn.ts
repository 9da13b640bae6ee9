import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { AppError } from '../appError';
import { inTenant } from '../database/tenantTransaction';
import { doorUseCase } from '../operation';
import { forgetDoorTries, takeDoorTry } from './doorLimits';
import { loadActor } from './identityRepository';
import { loadMe } from './loadMe';
import { isPassphraseRight } from './passphraseHash';
import { closeSession, openSession } from './session';
import { logSignIn } from './signInLog';

/** H5: login name and passphrase open a new session; the one that asked, if any, ends (rotation). */
export const signIn = doorUseCase('identity.signIn')({
  policy: () => true,
  run: async (context, input) => {
    const { db, ports, caller, now } = context;
    const loginName = input.loginName.normalize('NFKC').toLowerCase();
    await takeDoorTry(context, loginName);
    const login = await db
      .selectFrom('gate.login')
      .select(['tenant_id', 'member_id', 'passphrase_hash'])
      .where('login_name', '=', loginName)
      .executeTakeFirst();
    const right = await isPassphraseRight(input.passphrase, login?.passphrase_hash ?? null);
    if (!login) throw new AppError('sign_in_failed');
    const holder = { tenantId: login.tenant_id, memberId: login.member_id };
    const entry = { ...holder, channel: caller.channel, address: caller.address };
    const done = await inTenant(db, holder.tenantId, async (trx) => {
      const actor = right ? await loadActor(trx, { ...holder, sessionId: null }, shanghaiDay(now)) : null;
      await logSignIn(trx, ports, { ...entry, event: actor ? 'signedIn' : 'refused' });
      if (!actor) return null;
      await closeSession(trx, ports, caller.sessionToken);
      const session = await openSession(trx, ports, { ...holder, channel: caller.channel });
      return { session, me: await loadMe(trx, actor, context.demo) };
    });
    if (!done) throw new AppError('sign_in_failed');
    await forgetDoorTries(context, loginName);
    return {
      output: { me: done.me, token: caller.channel === 'weapp' ? done.session.token : null },
      session: done.session,
    };
  },
});
