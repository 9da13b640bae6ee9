import type { Kysely } from 'kysely';
import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { AppError } from '../appError';
import type { Tables } from '../database/tables';
import { enterTenant, inTransaction, type Transaction } from '../database/tenantTransaction';
import { type DoorContext, doorUseCase } from '../operation';
import type { Ports } from '../ports/ports';
import { addNotice } from '../reminder/addNotice';
import { bindOpenid } from './bindOpenid';
import { callerOpenid, type Openid } from './callerOpenid';
import { forgetDoorTries, takeDoorTry } from './doorLimits';
import { loadActor } from './identityRepository';
import { loadMe } from './loadMe';
import { closeSession, openSession } from './session';
import { logSignIn } from './signInLog';

/** Rosters hold numbers of the mainland. */
const MAINLAND = '86';

type Holder = { tenantId: string; memberId: string };

/**
 * The second way in: a number that WeChat has verified opens the door of the one member who has it in the roster of a
 * bureau of this mini-program. One answer (`phone_not_matched`) for no match, several, somebody who is in already, and
 * a lapsed proof, so that nobody learns whose number is in a roster; tries are counted before WeChat is asked. A
 * member who has come in before keeps the doors they have: numbers are given to new people, cards are not. Off unless
 * configured; a door that is not offered gives the same answer.
 */
export const activateByPhone = doorUseCase('identity.activateByPhone')({
  policy: (caller) => caller.channel === 'weapp',
  run: async (context, { phoneCode }) => {
    const { db, ports, caller, now } = context;
    const openid = await callerOpenid(context);
    if (!openid) throw new AppError('not_signed_in');
    if (!ports.weixin.settings.asksPhone) throw new AppError('phone_not_matched', 'not offered');
    const person = `${openid.appid}|${openid.openid}`;
    await takeDoorTry(context, person);
    const phone = await ports.weixin.readPhone(openid.appid, phoneCode);
    const holder = phone.countryCode === MAINLAND ? await findHolder(db, ports, openid, phone.number) : null;
    if (!holder) throw new AppError('phone_not_matched');

    const done = await inTransaction(db, async (trx) => {
      await enterTenant(trx, holder.tenantId);
      const actor = await loadActor(trx, { ...holder, sessionId: null }, shanghaiDay(now));
      if (!actor || (await hasComeIn(trx, holder, openid))) throw new AppError('phone_not_matched');
      await bindOpenid(trx, openid, holder);
      await logSignIn(trx, ports, {
        ...holder,
        channel: caller.channel,
        event: 'activated',
        address: caller.address,
      });
      await tellMember(trx, context, holder);
      await closeSession(trx, ports, caller.sessionToken);
      const session = caller.platform
        ? undefined
        : await openSession(trx, ports, { ...holder, channel: caller.channel, ...openid });
      return { me: await loadMe(trx, actor, context.demo), session };
    });
    await forgetDoorTries(context, person);
    return {
      output: { me: done.me, token: done.session?.token ?? null },
      ...(done.session ? { session: done.session } : {}),
    };
  },
});

/** The one member who has the number in a bureau of the mini-program; null for none and for several. */
async function findHolder(
  db: Kysely<Tables>,
  ports: Ports,
  { appid }: Openid,
  number: string,
): Promise<Holder | null> {
  const indexes = ports.keyring.macs('blindIndex', number).map((mac) => mac.toString('base64url'));
  const rows = await db
    .selectFrom('gate.mobile as mobile')
    .innerJoin('gate.app as app', 'app.tenant_id', 'mobile.tenant_id')
    .select(['mobile.tenant_id', 'mobile.member_id'])
    .where('app.appid', '=', appid)
    .where('mobile.blind_index', 'in', indexes)
    .distinct()
    .limit(2)
    .execute();
  const [only, second] = rows;
  return only && !second ? { tenantId: only.tenant_id, memberId: only.member_id } : null;
}

/** True when the member has a door already: another WeChat, or a passphrase. The row is held, so that two phones cannot both be first. */
async function hasComeIn(trx: Transaction, holder: Holder, openid: Openid): Promise<boolean> {
  const login = await trx
    .selectFrom('gate.login')
    .select('passphrase_hash')
    .where('tenant_id', '=', holder.tenantId)
    .where('member_id', '=', holder.memberId)
    .forUpdate()
    .executeTakeFirst();
  const bindings = await trx
    .selectFrom('gate.binding')
    .select(['appid', 'openid'])
    .where('tenant_id', '=', holder.tenantId)
    .where('member_id', '=', holder.memberId)
    .execute();
  const others = bindings.filter((one) => one.appid !== openid.appid || one.openid !== openid.openid);
  return login === undefined || login.passphrase_hash !== null || others.length > 0;
}

function tellMember(trx: Transaction, { now, newId }: DoorContext, { tenantId, memberId }: Holder) {
  const text = '您用手机号在微信里启用了。不是您本人，请告诉支部书记';
  return addNotice({ trx, now, newId, actor: { tenantId } }, memberId, text);
}
