import type { Transaction } from '../database/tenantTransaction';

/** An intake as it is stored: what is sealed stays sealed. */
export interface IntakeRecord {
  id: string;
  ownerId: string;
  organisationId: string;
  purpose: 'import' | 'check';
  state: 'preview' | 'applied' | 'undone';
  version: number;
  createdAt: Date;
  endsAt: Date;
  summarySealed: string;
  linesSealed: string | null;
  effectsSealed: string | null;
}

/** Stores a new preview. */
export async function insertIntake(
  trx: Transaction,
  tenantId: string,
  intake: Omit<IntakeRecord, 'state' | 'version' | 'effectsSealed'>,
): Promise<void> {
  await trx
    .insertInto('intake')
    .values({
      tenant_id: tenantId,
      id: intake.id,
      owner_id: intake.ownerId,
      organisation_id: intake.organisationId,
      purpose: intake.purpose,
      created_at: intake.createdAt,
      ends_at: intake.endsAt,
      summary_sealed: intake.summarySealed,
      lines_sealed: intake.linesSealed,
      effects_sealed: null,
    })
    .execute();
}

const columns = [
  'id',
  'owner_id',
  'organisation_id',
  'purpose',
  'state',
  'version',
  'created_at',
  'ends_at',
  'summary_sealed',
  'lines_sealed',
  'effects_sealed',
] as const;

/** An intake of `ownerId` that has not ended, or null; with `lock` nobody else changes it meanwhile. */
export async function findOwnIntake(
  trx: Transaction,
  owner: { tenantId: string; memberId: string },
  intakeId: string,
  now: Date,
  { lock = false } = {},
): Promise<IntakeRecord | null> {
  const query = trx
    .selectFrom('intake')
    .select(columns)
    .where('tenant_id', '=', owner.tenantId)
    .where('id', '=', intakeId)
    .where('owner_id', '=', owner.memberId)
    .where('ends_at', '>', now);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? recordOf(row) : null;
}

/** The newest `limit` intakes of `ownerId` that have not ended, without their lines and effects. */
export async function listOwnIntakes(
  trx: Transaction,
  owner: { tenantId: string; memberId: string },
  now: Date,
  limit: number,
): Promise<IntakeRecord[]> {
  const rows = await trx
    .selectFrom('intake')
    .select(['id', 'owner_id', 'organisation_id', 'purpose', 'state', 'version', 'created_at', 'ends_at'])
    .select('summary_sealed')
    .select((eb) => [eb.lit(null).as('lines_sealed'), eb.lit(null).as('effects_sealed')])
    .where('tenant_id', '=', owner.tenantId)
    .where('owner_id', '=', owner.memberId)
    .where('ends_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** Stores what changed and counts the version up; returns the new one. */
export async function updateIntake(
  trx: Transaction,
  tenantId: string,
  intake: { id: string; version: number },
  fields: Partial<{
    state: IntakeRecord['state'];
    ends_at: Date;
    summary_sealed: string;
    lines_sealed: string | null;
    effects_sealed: string | null;
  }>,
): Promise<number> {
  const version = intake.version + 1;
  await trx
    .updateTable('intake')
    .set({ ...fields, version })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', intake.id)
    .execute();
  return version;
}

/** Takes an own preview away; what was applied stays until its time. False when there is no such preview. */
export async function deletePreview(
  trx: Transaction,
  owner: { tenantId: string; memberId: string },
  intakeId: string,
): Promise<boolean> {
  const result = await trx
    .deleteFrom('intake')
    .where('tenant_id', '=', owner.tenantId)
    .where('id', '=', intakeId)
    .where('owner_id', '=', owner.memberId)
    .where('state', '=', 'preview')
    .executeTakeFirst();
  return result.numDeletedRows > 0;
}

/** Takes away what has ended at `now`; returns how many rows went. */
export async function deleteEndedIntakes(trx: Transaction, tenantId: string, now: Date): Promise<number> {
  const result = await trx
    .deleteFrom('intake')
    .where('tenant_id', '=', tenantId)
    .where('ends_at', '<=', now)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

function recordOf(row: {
  id: string;
  owner_id: string;
  organisation_id: string;
  purpose: IntakeRecord['purpose'];
  state: IntakeRecord['state'];
  version: number;
  created_at: Date;
  ends_at: Date;
  summary_sealed: string;
  lines_sealed: string | null;
  effects_sealed: string | null;
}): IntakeRecord {
  return {
    id: row.id,
    ownerId: row.owner_id,
    organisationId: row.organisation_id,
    purpose: row.purpose,
    state: row.state,
    version: row.version,
    createdAt: row.created_at,
    endsAt: row.ends_at,
    summarySealed: row.summary_sealed,
    linesSealed: row.lines_sealed,
    effectsSealed: row.effects_sealed,
  };
}
