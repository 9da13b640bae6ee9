import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { AppError } from '../appError';
import { enterTenant, inTransaction } from '../database/tenantTransaction';
import { doorUseCase } from '../operation';
import { demoShoes } from './demoShoes';
import { loadActor } from './identityRepository';
import { loadMe } from './loadMe';
import { closeSession, openSession } from './session';

/** Steps into one of the demo bureau's five pairs of shoes. Not registered without the demo mark. */
export const stepInto = doorUseCase('identity.stepInto')({
  demoOnly: true,
  policy: () => true,
  run: async (context, input) => {
    const { db, ports, caller, now } = context;
    const loginName = demoShoes.find(({ shoe }) => shoe === input.shoe)?.loginName ?? '';
    return inTransaction(db, async (trx) => {
      const login = await trx
        .selectFrom('gate.login')
        .select(['tenant_id', 'member_id'])
        .where('login_name', '=', loginName)
        .executeTakeFirst();
      if (!login) throw new AppError('demo_only');
      const holder = { tenantId: login.tenant_id, memberId: login.member_id };
      await enterTenant(trx, holder.tenantId);
      const actor = await loadActor(trx, { ...holder, sessionId: null }, shanghaiDay(now));
      if (!actor) throw new AppError('demo_only');
      if (caller.platform) {
        await trx
          .insertInto('gate.binding')
          .values({ ...caller.platform, tenant_id: holder.tenantId, member_id: holder.memberId })
          .onConflict((conflict) =>
            conflict.columns(['appid', 'openid', 'tenant_id']).doUpdateSet({ member_id: holder.memberId }),
          )
          .execute();
        return { output: { me: await loadMe(trx, actor, true), token: null } };
      }
      await closeSession(trx, ports, caller.sessionToken);
      const session = await openSession(trx, ports, { ...holder, channel: caller.channel });
      const token = caller.channel === 'weapp' ? session.token : null;
      return { output: { me: await loadMe(trx, actor, true), token }, session };
    });
  },
});
