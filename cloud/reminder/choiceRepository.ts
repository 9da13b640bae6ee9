import { sql } from 'kysely';
import { isReminderKind, type ReminderKind } from '../../src/domain/reminder/kinds';
import { defaultQuietHours, type QuietHours } from '../../src/domain/reminder/quietHours';
import type { Transaction } from '../database/tenantTransaction';

/** What a member wants from WeChat. */
export interface ReminderChoice {
  /** Kinds switched off. */
  off: ReminderKind[];
  quiet: QuietHours;
}

/** More consents than this are not kept: WeChat's own count is the one that decides. */
const MOST_UNUSED = 20;

/** A member's choice; the default for whoever has made none. */
export async function findChoice(
  trx: Transaction,
  tenantId: string,
  memberId: string,
): Promise<ReminderChoice> {
  const row = await trx
    .selectFrom('reminder_choice')
    .select(['off', 'quiet_from', 'quiet_until'])
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  if (!row) return { off: [], quiet: defaultQuietHours };
  return { off: row.off.filter(isReminderKind), quiet: { from: row.quiet_from, until: row.quiet_until } };
}

/** Keeps a member's choice in place of the last one. */
export async function putChoice(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  { off, quiet }: ReminderChoice,
): Promise<void> {
  const values = { off, quiet_from: quiet.from, quiet_until: quiet.until };
  await trx
    .insertInto('reminder_choice')
    .values({ tenant_id: tenantId, member_id: memberId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'member_id']).doUpdateSet(values))
    .execute();
}

/** A member's consents by kind; absent kinds have none. */
export async function findConsents(
  trx: Transaction,
  tenantId: string,
  memberId: string,
): Promise<Map<ReminderKind, { unused: number; refusedOn: string | null }>> {
  const rows = await trx
    .selectFrom('reminder_consent')
    .select(['kind', 'unused', 'refused_on'])
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .execute();
  return new Map(
    rows.flatMap(({ kind, unused, refused_on: refusedOn }) =>
      isReminderKind(kind) ? [[kind, { unused, refusedOn }] as const] : [],
    ),
  );
}

/** Adds one consent, and forgets a refusal; returns how many there are. Also gives one back that was not used. */
export async function addConsent(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  kind: ReminderKind,
): Promise<number> {
  const { unused } = await trx
    .insertInto('reminder_consent')
    .values({ tenant_id: tenantId, member_id: memberId, kind, unused: 1, refused_on: null })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'member_id', 'kind']).doUpdateSet({
        unused: sql<number>`least(reminder_consent.unused + 1, ${MOST_UNUSED})`,
        refused_on: null,
      }),
    )
    .returning('unused')
    .executeTakeFirstOrThrow();
  return unused;
}

/** Keeps a refusal and its day; consents given before stay. Returns how many there are. */
export async function putRefusal(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  kind: ReminderKind,
  day: string,
): Promise<number> {
  const { unused } = await trx
    .insertInto('reminder_consent')
    .values({ tenant_id: tenantId, member_id: memberId, kind, unused: 0, refused_on: day })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'member_id', 'kind']).doUpdateSet({ refused_on: day }),
    )
    .returning('unused')
    .executeTakeFirstOrThrow();
  return unused;
}

/** Uses one consent; false when there is none. */
export async function takeConsent(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  kind: ReminderKind,
): Promise<boolean> {
  const result = await trx
    .updateTable('reminder_consent')
    .set((consent) => ({ unused: consent('unused', '-', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .where('kind', '=', kind)
    .where('unused', '>', 0)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** WeChat says that there is no consent: ours are void. */
export async function voidConsents(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  kind: ReminderKind,
): Promise<void> {
  await trx
    .updateTable('reminder_consent')
    .set({ unused: 0 })
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .where('kind', '=', kind)
    .execute();
}
