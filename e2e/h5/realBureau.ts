import { inTenant } from '../../cloud/database/tenantTransaction';
import { newId } from '../../cloud/ports/newId';
import { activationCardOf, putCardInForce } from '../../cloud/roster/activationCard';
import { appoint, enrolMember, enrolOrganisation } from '../../cloud/roster/enrol';
import { foundBureau } from '../../cloud/roster/foundBureau';
import type { TestServer } from '../../cloud/testing/testServer';
import type { Visitor } from './visitor';

/** What is printed on the card of the first officer. */
export interface FirstCard {
  loginName: string;
  code: string;
}

/**
 * A bureau without the demo mark, as `npm run db -- tenant` and the roster leave it: committee, one branch with one
 * member, 云帆, and a committee officer, 安如山, who has got the first card.
 */
export async function foundRealBureau({ database, ports }: TestServer): Promise<FirstCard> {
  const { tenantId } = await foundBureau(database.ownerUrl, ports, { name: '清溪市场监管局', appid: null });
  const fresh = () => newId(ports.clock, ports.random);
  return inTenant(database.db, tenantId, async (trx) => {
    const committee = await trx
      .selectFrom('organisation')
      .select(['id', 'path'])
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow();
    const branchId = fresh();
    await enrolOrganisation(trx, tenantId, {
      id: branchId,
      name: '机关第一党支部',
      level: 'branch',
      parent: committee,
      enabledOn: '2026-01-01',
    });
    const enrol = async (name: string, loginName: string): Promise<string> => {
      const id = fresh();
      await enrolMember(trx, ports, tenantId, {
        id,
        loginName,
        name,
        kind: 'full',
        joinedOn: '2015-07-01',
        branch: { organisationId: branchId, from: '2020-01-01' },
        affiliationId: fresh(),
      });
      return id;
    };
    await enrol('云帆', 'y2000002');
    const officerId = await enrol('安如山', 'a1000001');
    await appoint(trx, tenantId, {
      id: fresh(),
      memberId: officerId,
      organisationId: committee.id,
      post: 'committeeOfficer',
      from: '2026-01-01',
    });
    const now = ports.clock.now();
    const card = activationCardOf(ports, 'the first officer', now);
    await putCardInForce(trx, { tenantId, memberId: officerId }, card, now);
    return { loginName: 'a1000001', code: card.printed };
  });
}

/** Somebody at the entry page uses a card with a passphrase of their own. */
export async function comeInByCard(person: Visitor, card: FirstCard, phrase: string): Promise<void> {
  await person.open();
  await person.press('用激活卡首次登录');
  await person.write('激活码', card.code);
  await person.write('登录名', card.loginName);
  await person.write('自己定一个口令', phrase);
  await person.write('再写一遍口令', phrase);
  await person.press('启用');
}
