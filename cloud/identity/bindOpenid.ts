import { AppError } from '../appError';
import type { Transaction } from '../database/tenantTransaction';
import type { Openid } from './callerOpenid';

/**
 * Binds an openid to a member of a bureau that the mini-program is registered for; binding the same again is fine.
 * `already_bound`: the openid is somebody else's there. `app_not_configured`: not a mini-program of this bureau.
 */
export async function bindOpenid(
  trx: Transaction,
  openid: Openid,
  holder: { tenantId: string; memberId: string },
): Promise<void> {
  const app = await trx
    .selectFrom('gate.app')
    .select('appid')
    .where('appid', '=', openid.appid)
    .where('tenant_id', '=', holder.tenantId)
    .executeTakeFirst();
  if (!app) throw new AppError('app_not_configured');
  const bound = await trx
    .insertInto('gate.binding')
    .values({
      appid: openid.appid,
      openid: openid.openid,
      tenant_id: holder.tenantId,
      member_id: holder.memberId,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['appid', 'openid', 'tenant_id'])
        .doUpdateSet({ member_id: holder.memberId })
        .where('gate.binding.member_id', '=', holder.memberId),
    )
    .returning('member_id')
    .executeTakeFirst();
  if (!bound) throw new AppError('already_bound');
}
