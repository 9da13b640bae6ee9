import { sql } from 'kysely';
import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { AppError } from '../appError';
import { enterTenant, inTransaction } from '../database/tenantTransaction';
import { doorUseCase } from '../operation';
import { sessionHashes } from './identify';
import { findBindings, findSessionOpenid, loadActor } from './identityRepository';
import { loadMe } from './loadMe';

/** Somebody known in several bureaus says which one this phone is for; kept until chosen otherwise. */
export const chooseBureau = doorUseCase('identity.chooseBureau')({
  policy: (caller) => caller.channel === 'weapp',
  run: async (context, { tenantId }) => {
    const { db, ports, caller, now } = context;
    const hashes = caller.sessionToken ? sessionHashes(ports, caller.sessionToken) : [];
    const openid = caller.platform ?? (hashes.length > 0 ? await findSessionOpenid(db, hashes, now) : null);
    if (!openid) throw new AppError('not_signed_in');
    const binding = (await findBindings(db, openid.appid, openid.openid)).find(
      (one) => one.tenantId === tenantId,
    );
    if (!binding) throw new AppError('not_found');
    const me = await inTransaction(db, async (trx) => {
      await trx
        .updateTable('gate.binding')
        .set({ chosen: sql<boolean>`tenant_id = ${tenantId}` })
        .where('appid', '=', openid.appid)
        .where('openid', '=', openid.openid)
        .execute();
      if (hashes.length > 0) {
        await trx
          .updateTable('gate.session')
          .set({ tenant_id: tenantId, member_id: binding.memberId })
          .where('token_hash', 'in', hashes)
          .execute();
      }
      await enterTenant(trx, tenantId);
      const actor = await loadActor(
        trx,
        { tenantId, memberId: binding.memberId, sessionId: null },
        shanghaiDay(now),
      );
      if (!actor) throw new AppError('not_signed_in');
      return loadMe(trx, actor, context.demo);
    });
    return { output: { me } };
  },
});
