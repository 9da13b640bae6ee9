import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { loginNameOf } from '../../src/domain/roster/loginName';
import { connect } from '../database/connect';
import { enterTenant, inTransaction } from '../database/tenantTransaction';
import { newId } from '../ports/newId';
import type { Ports } from '../ports/ports';
import { activationCardOf, putCardInForce } from './activationCard';
import { appoint, enrolMember, enrolOrganisation } from './enrol';

/** What the operator is told, once. */
export interface FoundedBureau {
  tenantId: string;
  loginName: string;
  code: string;
  expiresOn: string;
}

/**
 * Makes a bureau from nothing, as the owner and in one transaction: tenant,
 * organ committee, one system administrator with an activation card. With
 * `appid` its mini-program is registered too. The pioneer index is off until a
 * scheme is adopted. Rejects on a database with the demo mark.
 */
export async function foundBureau(
  ownerUrl: string,
  ports: Ports,
  { name, appid }: { name: string; appid: string | null },
): Promise<FoundedBureau> {
  const owner = connect(ownerUrl, { poolSize: 1, applicationName: 'morning-study tenant' });
  const fresh = () => newId(ports.clock, ports.random);
  const now = ports.clock.now();
  const today = shanghaiDay(now);
  try {
    return await inTransaction(owner.db, async (trx) => {
      const tenantId = fresh();
      await trx.insertInto('gate.tenant').values({ id: tenantId, name, created_at: now }).execute();
      if (appid) await trx.insertInto('gate.app').values({ appid, tenant_id: tenantId }).execute();
      await enterTenant(trx, tenantId);
      const committeeId = fresh();
      await enrolOrganisation(trx, tenantId, {
        id: committeeId,
        name: `${name}机关党委`,
        level: 'organCommittee',
        parent: null,
        enabledOn: today,
      });
      await trx
        .insertInto('bureau_setting')
        .values({ tenant_id: tenantId, pioneer_index_enabled: false, host_unit: name })
        .execute();
      const memberId = fresh();
      const loginName = loginNameOf(ports.random.bytes(5));
      await enrolMember(trx, ports, tenantId, {
        id: memberId,
        loginName,
        name: '系统管理员',
        kind: 'full',
        affiliationId: fresh(),
      });
      await appoint(trx, tenantId, {
        id: fresh(),
        memberId,
        organisationId: committeeId,
        post: 'systemAdmin',
        from: today,
      });
      const card = activationCardOf(ports, ports.random.bytes(32).toString('base64'), now);
      await putCardInForce(trx, { tenantId, memberId }, card, now);
      return { tenantId, loginName, code: card.printed, expiresOn: card.expiresOn };
    });
  } finally {
    await owner.close();
  }
}
