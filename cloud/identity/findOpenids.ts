import type { Transaction } from '../database/tenantTransaction';

/** The mini-programs in which WeChat knows a member, and as whom; none for somebody who uses a browser only. */
export async function findOpenids(
  trx: Transaction,
  tenantId: string,
  memberId: string,
): Promise<{ appid: string; openid: string }[]> {
  return trx
    .selectFrom('gate.binding')
    .select(['appid', 'openid'])
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .orderBy('appid')
    .orderBy('openid')
    .execute();
}
