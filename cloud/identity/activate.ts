import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { readActivationCode } from '../../src/domain/identity/activationCode';
import { isPassphraseStrong } from '../../src/domain/identity/passphrase';
import { AppError } from '../appError';
import { enterTenant, inTransaction, type Transaction } from '../database/tenantTransaction';
import { type DoorContext, doorUseCase } from '../operation';
import { bindOpenid } from './bindOpenid';
import { callerOpenid } from './callerOpenid';
import { forgetDoorTries, takeDoorTry } from './doorLimits';
import { loadActor } from './identityRepository';
import { loadMe } from './loadMe';
import { hashPassphrase } from './passphraseHash';
import { closeSession, openSession } from './session';
import { logSignIn } from './signInLog';

/**
 * A card's code opens one door: in WeChat it binds the openid, on H5 (with the
 * login name from the same card) it sets a passphrase. Single use, 14 days; a
 * refusal says nothing about which part was wrong.
 */
export const activate = doorUseCase('identity.activate')({
  policy: () => true,
  run: async (context, input) => {
    const { db, ports, caller, now } = context;
    const openid = await callerOpenid(context);
    // A mini-program's door is WeChat's word; without it (a lapsed token) the client asks WeChat first.
    if (!openid && caller.channel === 'weapp') throw new AppError('not_signed_in');
    if (!openid && !input.loginName) throw new AppError('bad_input', 'loginName');
    const loginName = input.loginName?.toLowerCase() ?? '';
    const person = openid ? `${openid.appid}|${openid.openid}` : loginName;
    await takeDoorTry(context, person);

    const code = readActivationCode(input.code);
    if (!code) throw new AppError('code_not_valid');
    if (!openid && !isPassphraseStrong(input.passphrase ?? '')) throw new AppError('passphrase_too_weak');
    const passphraseHash = openid ? null : await hashPassphrase(input.passphrase ?? '', ports.random);

    const done = await inTransaction(db, async (trx) => {
      const holder = await useCode(trx, context, code);
      if (!holder) throw new AppError('code_not_valid');
      await enterTenant(trx, holder.tenantId);
      const actor = await loadActor(trx, { ...holder, sessionId: null }, shanghaiDay(now));
      if (!actor) throw new AppError('code_not_valid');
      if (openid) await bindOpenid(trx, openid, holder);
      else await setPassphrase(trx, holder, loginName, passphraseHash);
      await logSignIn(trx, ports, {
        ...holder,
        channel: caller.channel,
        event: 'activated',
        address: caller.address,
      });
      await closeSession(trx, ports, caller.sessionToken);
      // In a cloud function the platform names the openid each time and no session is needed.
      const session = caller.platform
        ? undefined
        : await openSession(trx, ports, { ...holder, channel: caller.channel, ...(openid ?? {}) });
      return { me: await loadMe(trx, actor, context.demo), session };
    });
    await forgetDoorTries(context, person);
    return {
      output: { me: done.me, token: caller.channel === 'weapp' ? (done.session?.token ?? null) : null },
      ...(done.session ? { session: done.session } : {}),
    };
  },
});

/** Uses the code up, in one statement, so that of two at once only one gets in. */
async function useCode(
  trx: Transaction,
  { ports, now }: DoorContext,
  code: string,
): Promise<{ tenantId: string; memberId: string } | null> {
  const hashes = ports.keyring.macs('activation', code).map((mac) => mac.toString('base64url'));
  const row = await trx
    .updateTable('gate.activation_code')
    .set({ used_at: now })
    .where('code_hash', 'in', hashes)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['tenant_id', 'member_id'])
    .executeTakeFirst();
  return row ? { tenantId: row.tenant_id, memberId: row.member_id } : null;
}

async function setPassphrase(
  trx: Transaction,
  holder: { tenantId: string; memberId: string },
  loginName: string,
  passphraseHash: string | null,
): Promise<void> {
  const login = await trx
    .updateTable('gate.login')
    .set({ passphrase_hash: passphraseHash })
    .where('login_name', '=', loginName)
    .where('tenant_id', '=', holder.tenantId)
    .where('member_id', '=', holder.memberId)
    .returning('login_name')
    .executeTakeFirst();
  // The code is someone else's: the same answer as for a wrong code, and it stays unused (rollback).
  if (!login) throw new AppError('code_not_valid');
}
