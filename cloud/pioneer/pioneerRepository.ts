import { sql } from 'kysely';
import { type PioneerScheme, readScheme } from '../../src/domain/pioneer/scheme';
import type { Transaction } from '../database/tenantTransaction';

/** Steps of a period (domain.md 5.4 rule 5). */
export type PeriodState =
  | 'open'
  | 'memberDeclared'
  | 'branchReviewed'
  | 'committeeReviewed'
  | 'publicity'
  | 'closed';

/** A period with the scheme that counts in it. */
export interface ScorePeriod {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
  state: PeriodState;
  openedAt: Date;
  closedAt: Date | null;
  schemeId: string;
  scheme: PioneerScheme;
}

/** True when the bureau has switched the index on (domain.md C9); a bureau without the setting has not. */
export async function isIndexEnabled(trx: Transaction, tenantId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('bureau_setting')
    .select('pioneer_index_enabled')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return row?.pioneer_index_enabled ?? false;
}

/** Adds a version of a scheme; its versions stay for ever. */
export async function insertScheme(
  trx: Transaction,
  tenantId: string,
  id: string,
  scheme: PioneerScheme,
): Promise<void> {
  await trx
    .insertInto('scheme')
    .values({
      tenant_id: tenantId,
      id,
      code: scheme.code,
      version: scheme.version,
      effective_from: scheme.effectiveFrom,
      body: JSON.stringify(scheme),
    })
    .execute();
}

/** The id of the scheme in force on a day: the latest that took effect by then, or null. */
export async function findSchemeInForce(
  trx: Transaction,
  tenantId: string,
  day: string,
): Promise<string | null> {
  const row = await trx
    .selectFrom('scheme')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('effective_from', '<=', day)
    .orderBy('effective_from', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Every period of the bureau, newest first. */
export async function listPeriods(trx: Transaction, tenantId: string): Promise<ScorePeriod[]> {
  const rows = await selectPeriods(trx, tenantId).orderBy('p.starts_on', 'desc').execute();
  return rows.map(toPeriod);
}

/** The period that contains a day, or null. */
export async function findPeriodOf(
  trx: Transaction,
  tenantId: string,
  day: string,
): Promise<ScorePeriod | null> {
  const row = await selectPeriods(trx, tenantId)
    .where('p.starts_on', '<=', day)
    .where('p.ends_on', '>=', day)
    .executeTakeFirst();
  return row ? toPeriod(row) : null;
}

/**
 * Locks a period until the transaction ends and returns its state: records
 * signed at once are entered one after the other, so that no cap is passed.
 */
export async function lockPeriod(trx: Transaction, tenantId: string, periodId: string): Promise<PeriodState> {
  const { state } = await trx
    .selectFrom('score_period')
    .select('state')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', periodId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return state;
}

/** Opens a period unless one begins that day already. */
export async function insertPeriod(
  trx: Transaction,
  tenantId: string,
  period: { id: string; schemeId: string; name: string; startsOn: string; endsOn: string; openedAt: Date },
): Promise<void> {
  await trx
    .insertInto('score_period')
    .values({
      tenant_id: tenantId,
      id: period.id,
      scheme_id: period.schemeId,
      name: period.name,
      starts_on: period.startsOn,
      ends_on: period.endsOn,
      opened_at: period.openedAt,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'starts_on']).doNothing())
    .execute();
}

/** Closes the period that begins on a day. */
export async function closePeriodFrom(
  trx: Transaction,
  tenantId: string,
  startsOn: string,
  closedAt: Date,
): Promise<void> {
  await trx
    .updateTable('score_period')
    .set({ state: 'closed', closed_at: closedAt })
    .where('tenant_id', '=', tenantId)
    .where('starts_on', '=', startsOn)
    .where('state', '<>', sql.lit('closed'))
    .execute();
}

function selectPeriods(trx: Transaction, tenantId: string) {
  return trx
    .selectFrom('score_period as p')
    .innerJoin('scheme as s', (join) =>
      join.onRef('s.tenant_id', '=', 'p.tenant_id').onRef('s.id', '=', 'p.scheme_id'),
    )
    .select([
      'p.id',
      'p.name',
      'p.starts_on',
      'p.ends_on',
      'p.state',
      'p.opened_at',
      'p.closed_at',
      'p.scheme_id',
      's.body',
    ])
    .where('p.tenant_id', '=', tenantId);
}

type SelectedPeriod = Awaited<ReturnType<ReturnType<typeof selectPeriods>['execute']>>[number];

function toPeriod(row: SelectedPeriod): ScorePeriod {
  const verdict = readScheme(row.body);
  if (!verdict.ok) throw new Error(`scheme ${row.scheme_id} in the database is not a scheme`);
  return {
    id: row.id,
    name: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: row.state,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    schemeId: row.scheme_id,
    scheme: verdict.scheme,
  };
}
