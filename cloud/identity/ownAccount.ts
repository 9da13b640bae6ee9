import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { isPassphraseStrong } from '../../src/domain/identity/passphrase';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { loadMe } from './loadMe';
import { hashPassphrase } from './passphraseHash';
import { logSignIn } from './signInLog';

/** Who I am, what I may do, what waits for me. */
export const me = memberUseCase('identity.me')({
  policy: anyMember,
  run: async ({ trx, actor, demo }) => ({ me: await loadMe(trx, actor, demo) }),
});

/** 在电脑上使用: sets or changes the passphrase; every other H5 session ends. */
export const setPassphrase = memberUseCase('identity.setPassphrase')({
  policy: anyMember,
  prepare: async (ports, { passphrase }) => {
    if (!isPassphraseStrong(passphrase)) throw new AppError('passphrase_too_weak');
    return hashPassphrase(passphrase, ports.random);
  },
  run: async ({ trx, actor, ports }, _input, _subject, passphraseHash: string) => {
    const login = await trx
      .updateTable('gate.login')
      .set({ passphrase_hash: passphraseHash })
      .where('tenant_id', '=', actor.tenantId)
      .where('member_id', '=', actor.memberId)
      .returning('login_name')
      .executeTakeFirstOrThrow();
    await trx
      .deleteFrom('gate.session')
      .where('tenant_id', '=', actor.tenantId)
      .where('member_id', '=', actor.memberId)
      .where('channel', '=', 'h5')
      .$if(actor.sessionId !== null, (query) => query.where('id', '<>', actor.sessionId ?? ''))
      .execute();
    await logSignIn(trx, ports, {
      tenantId: actor.tenantId,
      memberId: actor.memberId,
      channel: 'h5',
      event: 'passphraseSet',
      address: null,
    });
    return { loginName: login.login_name };
  },
});

/** Records the answer to the separate consent (PIPL art. 29). Not agreeing closes nothing that a meeting needs. */
export const recordConsent = memberUseCase('identity.consent')({
  policy: anyMember,
  run: async ({ trx, actor, now, newId }, { agreed }) => {
    await trx
      .insertInto('consent')
      .values({ tenant_id: actor.tenantId, id: newId(), member_id: actor.memberId, agreed, recorded_at: now })
      .execute();
    return { agreed, recordedAt: now.toISOString() };
  },
});

/** The own sessions, newest first; the day only. */
export const listSessions = memberUseCase('identity.sessions')({
  policy: anyMember,
  run: async ({ trx, actor, now }) => {
    const rows = await trx
      .selectFrom('gate.session')
      .select(['id', 'channel', 'created_at'])
      .where('tenant_id', '=', actor.tenantId)
      .where('member_id', '=', actor.memberId)
      .where('expires_at', '>', now)
      .orderBy('created_at', 'desc')
      .limit(50)
      .execute();
    return {
      sessions: rows.map((row) => ({
        id: row.id,
        channel: row.channel,
        signedInOn: shanghaiDay(row.created_at),
        current: row.id === actor.sessionId,
      })),
    };
  },
});

/** Ends one of the own sessions; one already gone is fine. */
export const revokeSession = memberUseCase('identity.revokeSession')({
  policy: anyMember,
  run: async ({ trx, actor, ports }, { sessionId }) => {
    const gone = await trx
      .deleteFrom('gate.session')
      .where('id', '=', sessionId)
      .where('tenant_id', '=', actor.tenantId)
      .where('member_id', '=', actor.memberId)
      .returning('channel')
      .executeTakeFirst();
    if (gone) {
      await logSignIn(trx, ports, {
        tenantId: actor.tenantId,
        memberId: actor.memberId,
        channel: gone.channel,
        event: 'revoked',
        address: null,
      });
    }
    return {};
  },
  auditSubject: ({ sessionId }) => ({ kind: 'session', id: sessionId }),
});
