import { shanghaiDay, shanghaiTime } from '../../src/domain/calendar/shanghai';
import { drawDigits, PAIRING_MS, pairingText, sayComputer } from '../../src/domain/identity/pairing';
import { AppError } from '../appError';
import { enterTenant, inTransaction } from '../database/tenantTransaction';
import { doorUseCase } from '../operation';
import { addNotice } from '../reminder/addNotice';
import { identify } from './identify';
import { loadActor } from './identityRepository';
import { loadMe } from './loadMe';
import { networkOf } from './networkOf';
import { pairingHashes } from './pairingHashes';
import {
  answerPairing,
  findPairingState,
  insertPairing,
  redeemPairing,
  scanPairingOf,
} from './pairingRepository';
import { closeSession, openSession } from './session';
import { logSignIn } from './signInLog';
import { takeTry } from './tries';

/** 128 and 256 random bits: neither can be guessed in two minutes. */
const CODE_BYTES = 16;
const SECRET_BYTES = 32;
/** A desk that lets its code lapse asks anew every two minutes; 60 in 15 minutes serve seven desks behind one address. */
const PER_ADDRESS = { limit: 60, windowMinutes: 15 };

/** A browser with nobody in it asks for a code to show, and gets a secret that only it knows. */
export const beginPairing = doorUseCase('identity.beginPairing')({
  policy: (caller) => caller.channel === 'h5',
  run: async ({ db, ports, caller, now }, { browser, system }) => {
    const address = caller.address === null ? 'unknown' : networkOf(caller.address);
    if (!(await takeTry(db, ports, ['pairing', 'address', address], PER_ADDRESS))) {
      throw new AppError('too_many_tries');
    }
    const code = ports.random.bytes(CODE_BYTES).toString('base64url');
    const secret = ports.random.bytes(SECRET_BYTES).toString('base64url');
    const { digits, choices } = drawDigits(ports.random.bytes(8));
    const expiresAt = new Date(now.getTime() + PAIRING_MS);
    await insertPairing(db, {
      codeHash: pairingHashes(ports, code)[0] ?? '',
      secretHash: pairingHashes(ports, secret)[0] ?? '',
      digits,
      choices,
      browser,
      system,
      askedAt: now,
      expiresAt,
    });
    return { output: { text: pairingText(code), digits, secret, expiresAt: expiresAt.toISOString() } };
  },
});

/** The signed-in phone has scanned a code: which computer it says it is, and three pairs of digits to choose from. */
export const scanPairing = doorUseCase('identity.scanPairing')({
  policy: (caller) => caller.channel === 'weapp',
  run: async ({ db, ports, caller, now }, { code }) => {
    const member = await identify(db, ports, caller, now);
    const seen = await scanPairingOf(db, pairingHashes(ports, code), member, now);
    if (!seen) throw new AppError('pairing_ended');
    const { browser, system, choices, askedAt, expiresAt } = seen;
    return {
      output: {
        computer: sayComputer(browser, system),
        choices,
        askedAt: askedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      },
    };
  },
});

/** The phone's answer: the digits on the PC's screen let it in; other digits, or none, end the pairing. */
export const confirmPairing = doorUseCase('identity.confirmPairing')({
  policy: (caller) => caller.channel === 'weapp',
  run: async ({ db, ports, caller, now }, { code, digits }) => {
    const member = await identify(db, ports, caller, now);
    const answered = await answerPairing(db, pairingHashes(ports, code), member, digits, now);
    if (!answered || (digits !== null && !answered.isConfirmed)) throw new AppError('pairing_ended');
    return { output: {} };
  },
});

/**
 * The PC asks how far it is. Confirmed, its secret opens a session, once; the member finds a notice, the sign-in log a
 * row, and the session stands under 登录着的地方.
 */
export const collectPairing = doorUseCase('identity.collectPairing')({
  policy: (caller) => caller.channel === 'h5',
  run: async (context, { secret }) => {
    const { db, ports, caller, now, newId, demo } = context;
    const hashes = pairingHashes(ports, secret);
    const state = await findPairingState(db, hashes, now);
    if (state !== 'confirmed') {
      return { output: { state: state === 'asked' ? ('waiting' as const) : state, me: null } };
    }
    const done = await inTransaction(db, async (trx) => {
      const holder = await redeemPairing(trx, hashes, now);
      if (!holder) return null;
      const { tenantId, memberId, browser, system } = holder;
      await enterTenant(trx, tenantId);
      const actor = await loadActor(trx, { tenantId, memberId, sessionId: null }, shanghaiDay(now));
      if (!actor) return null;
      await closeSession(trx, ports, caller.sessionToken);
      const session = await openSession(trx, ports, { tenantId, memberId, channel: 'h5' });
      await logSignIn(trx, ports, {
        tenantId,
        memberId,
        channel: 'h5',
        event: 'signedIn',
        address: caller.address,
      });
      const text = `${shanghaiTime(now)} 扫码登录了 ${sayComputer(browser, system)}。不是您本人，请在“登录着的地方”退出那一台`;
      await addNotice({ trx, now, newId, actor: { tenantId } }, memberId, text, { screen: 'computer' });
      return { session, me: await loadMe(trx, actor, demo) };
    });
    if (!done) return { output: { state: 'ended' as const, me: null } };
    return { output: { state: 'signedIn' as const, me: done.me }, session: done.session };
  },
});
