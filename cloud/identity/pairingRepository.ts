import type { Kysely } from 'kysely';
import type { PairingBrowser, PairingSystem } from '../../src/domain/identity/pairing';
import type { Tables } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';

type Gate = Kysely<Tables> | Transaction;

/** A pairing as the phone sees it. */
export interface SeenPairing {
  browser: PairingBrowser;
  system: PairingSystem;
  choices: string[];
  askedAt: Date;
  expiresAt: Date;
}

/** Adds a pairing that a PC asks for. */
export async function insertPairing(
  db: Gate,
  pairing: SeenPairing & { codeHash: string; secretHash: string; digits: string },
): Promise<void> {
  await db
    .insertInto('gate.pairing')
    .values({
      code_hash: pairing.codeHash,
      secret_hash: pairing.secretHash,
      digits: pairing.digits,
      choices: pairing.choices,
      browser: pairing.browser,
      system: pairing.system,
      tenant_id: null,
      member_id: null,
      asked_at: pairing.askedAt,
      expires_at: pairing.expiresAt,
    })
    .execute();
}

/**
 * The member scans a code: it is theirs from now on, and theirs again when they scan it anew; null when somebody else
 * scanned it before, it has been answered, or its time is over (at `expiresAt` it is).
 */
export async function scanPairingOf(
  db: Gate,
  codeHashes: readonly string[],
  member: { tenantId: string; memberId: string },
  now: Date,
): Promise<SeenPairing | null> {
  const row = await db
    .updateTable('gate.pairing')
    .set({ state: 'scanned', tenant_id: member.tenantId, member_id: member.memberId })
    .where('code_hash', 'in', codeHashes)
    .where('expires_at', '>', now)
    .where((where) =>
      where.or([
        where('state', '=', 'asked'),
        where.and({ state: 'scanned', tenant_id: member.tenantId, member_id: member.memberId }),
      ]),
    )
    .returning(['browser', 'system', 'choices', 'asked_at', 'expires_at'])
    .executeTakeFirst();
  return (
    (row && {
      browser: row.browser,
      system: row.system,
      choices: row.choices,
      askedAt: row.asked_at,
      expiresAt: row.expires_at,
    }) ??
    null
  );
}

/**
 * The member's answer: the digits that the PC shows confirm, anything else (null: not me) ends it. Returns what became
 * of it and which computer it was; null when there was nothing of theirs to answer. One statement: of two answers at
 * once only one counts.
 */
export async function answerPairing(
  db: Gate,
  codeHashes: readonly string[],
  member: { tenantId: string; memberId: string },
  digits: string | null,
  now: Date,
): Promise<{ isConfirmed: boolean; browser: PairingBrowser; system: PairingSystem } | null> {
  const row = await db
    .updateTable('gate.pairing')
    .set((pairing) => ({
      state: pairing
        .case()
        .when('digits', '=', digits ?? '')
        .then('confirmed' as const)
        .else('ended' as const)
        .end(),
    }))
    .where('code_hash', 'in', codeHashes)
    .where('state', '=', 'scanned')
    .where('tenant_id', '=', member.tenantId)
    .where('member_id', '=', member.memberId)
    .where('expires_at', '>', now)
    .returning(['state', 'browser', 'system'])
    .executeTakeFirst();
  return row ? { isConfirmed: row.state === 'confirmed', browser: row.browser, system: row.system } : null;
}

/** Where a pairing stands, by the PC's secret; `ended` for one that is over, used or unknown. */
export async function findPairingState(
  db: Gate,
  secretHashes: readonly string[],
  now: Date,
): Promise<'asked' | 'scanned' | 'confirmed' | 'ended'> {
  const row = await db
    .selectFrom('gate.pairing')
    .select('state')
    .where('secret_hash', 'in', secretHashes)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return !row || row.state === 'used' ? 'ended' : row.state;
}

/** Uses a confirmed pairing up, once; returns whom it signs in, or null. */
export async function redeemPairing(
  db: Gate,
  secretHashes: readonly string[],
  now: Date,
): Promise<{ tenantId: string; memberId: string; browser: PairingBrowser; system: PairingSystem } | null> {
  const row = await db
    .updateTable('gate.pairing')
    .set({ state: 'used' })
    .where('secret_hash', 'in', secretHashes)
    .where('state', '=', 'confirmed')
    .where('expires_at', '>', now)
    .returning(['tenant_id', 'member_id', 'browser', 'system'])
    .executeTakeFirst();
  if (!row?.tenant_id || !row.member_id) return null;
  return { tenantId: row.tenant_id, memberId: row.member_id, browser: row.browser, system: row.system };
}
