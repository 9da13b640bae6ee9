import type { Transaction } from '../database/tenantTransaction';

interface Holder {
  tenantId: string;
  memberId: string;
}

/**
 * Takes away every way in that a member has: computers being let in by scanning, cards not used yet, passphrase,
 * bindings and sessions. True when one was in use (a binding or a passphrase). What opens doors goes before the doors:
 * whoever is coming in at this moment is waited for, and then put out.
 */
export async function closeDoors(
  trx: Transaction,
  { tenantId, memberId }: Holder,
  now: Date,
): Promise<boolean> {
  await trx
    .updateTable('gate.pairing')
    .set({ state: 'ended' })
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .where('state', 'in', ['scanned', 'confirmed'])
    .execute();
  await trx
    .updateTable('gate.activation_code')
    .set({ revoked_at: now })
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  // The door by phone number holds this row while it opens, though no passphrase is set.
  await trx
    .selectFrom('gate.login')
    .select('login_name')
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .forUpdate()
    .execute();
  const logins = await trx
    .updateTable('gate.login')
    .set({ passphrase_hash: null })
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .where('passphrase_hash', 'is not', null)
    .returning('login_name')
    .execute();
  const bindings = await trx
    .deleteFrom('gate.binding')
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .returning('openid')
    .execute();
  await trx
    .deleteFrom('gate.session')
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .execute();
  return bindings.length + logins.length > 0;
}

/** Those of `memberIds` who have used a card: a binding or a passphrase is there. */
export async function findActivated(
  trx: Transaction,
  tenantId: string,
  memberIds: readonly string[],
): Promise<Set<string>> {
  const bound = await trx
    .selectFrom('gate.binding')
    .select('member_id')
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', (eb) => eb.fn.any(eb.val([...memberIds])))
    .execute();
  const named = await trx
    .selectFrom('gate.login')
    .select('member_id')
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', (eb) => eb.fn.any(eb.val([...memberIds])))
    .where('passphrase_hash', 'is not', null)
    .execute();
  return new Set([...bound, ...named].map((row) => row.member_id));
}

/** Under which blind index a member is found by a verified mobile number; null takes it away. */
export async function setMobileIndex(
  trx: Transaction,
  { tenantId, memberId }: Holder,
  blindIndex: string | null,
): Promise<void> {
  await trx
    .deleteFrom('gate.mobile')
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .execute();
  if (blindIndex === null) return;
  await trx
    .insertInto('gate.mobile')
    .values({ blind_index: blindIndex, tenant_id: tenantId, member_id: memberId })
    .execute();
}

/** Which of these card hashes were put in force: what a repeated batch may say again. */
export async function findCardHashes(
  trx: Transaction,
  tenantId: string,
  hashes: readonly string[],
): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('gate.activation_code')
    .select('code_hash')
    .where('tenant_id', '=', tenantId)
    .where('code_hash', 'in', [...hashes, ''])
    .execute();
  return new Set(rows.map((row) => row.code_hash));
}
