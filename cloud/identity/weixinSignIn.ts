import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { AppError } from '../appError';
import { inTenant } from '../database/tenantTransaction';
import { doorUseCase } from '../operation';
import { findBindings, isAppKnown, loadActor } from './identityRepository';
import { loadMe } from './loadMe';
import { openSession } from './session';
import { logSignIn } from './signInLog';

/**
 * Self-hosted mini-program: wx.login's code becomes an opaque token
 * (wx.request keeps no cookies). An openid that no card was used with gets a
 * token too; all it opens is activation.
 */
export const weixinSignIn = doorUseCase('identity.weixinSignIn')({
  policy: (caller) => caller.channel === 'weapp',
  run: async (context, { appid, loginCode }) => {
    const { db, ports, caller, now } = context;
    if (!context.demo && !(await isAppKnown(db, appid))) throw new AppError('app_not_configured');
    const { openid } = await ports.weixin.exchangeLoginCode(appid, loginCode);
    const bindings = await findBindings(db, appid, openid);
    const bound = bindings.length === 1 || bindings[0]?.chosen ? bindings[0] : undefined;
    if (!bound) {
      const session = await openSession(db, ports, {
        tenantId: null,
        memberId: null,
        channel: 'weapp',
        appid,
        openid,
      });
      return { output: { me: null, token: session.token } };
    }
    const holder = { tenantId: bound.tenantId, memberId: bound.memberId };
    return inTenant(db, holder.tenantId, async (trx) => {
      const actor = await loadActor(trx, { ...holder, sessionId: null }, shanghaiDay(now));
      if (!actor) throw new AppError('not_signed_in');
      await logSignIn(trx, ports, {
        ...holder,
        channel: 'weapp',
        event: 'signedIn',
        address: caller.address,
      });
      const session = await openSession(trx, ports, { ...holder, channel: 'weapp', appid, openid });
      return { output: { me: await loadMe(trx, actor, context.demo), token: session.token } };
    });
  },
});
