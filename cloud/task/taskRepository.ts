import { sql } from 'kysely';
import type { OrganisationLevel } from '../../src/domain/roster/posts';
import type { StudyTaskRow } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';
import type { TaskTarget } from './findTarget';

/** A task with the organisation it is for. */
export interface TaskRecord {
  id: string;
  organisationId: string;
  organisationPath: string;
  organisationName: string;
  level: OrganisationLevel;
  whom: StudyTaskRow['whom'];
  target: TaskTarget;
  title: string;
  readingMinutes: number;
  dueOn: string;
  selfCheck: boolean;
  state: 'open' | 'withdrawn';
  withdrawReason: string | null;
  version: number;
}

/** One task, or null. `share` holds its state while somebody gives it in, `update` while it changes itself. */
export async function findTask(
  trx: Transaction,
  tenantId: string,
  taskId: string,
  lock: 'none' | 'share' | 'update' = 'none',
): Promise<TaskRecord | null> {
  const query = selectTasks(trx, tenantId).where('t.id', '=', taskId);
  const locked = lock === 'share' ? query.forShare('t') : lock === 'update' ? query.forUpdate('t') : query;
  const row = await locked.executeTakeFirst();
  return row ? toRecord(row) : null;
}

/** Tasks for any of the organisations, newest first, before the one with the id `before`. */
export async function listTasks(
  trx: Transaction,
  tenantId: string,
  { organisationIds, before, limit }: { organisationIds: readonly string[]; before?: string; limit: number },
): Promise<TaskRecord[]> {
  const query = selectTasks(trx, tenantId)
    .where(sql<boolean>`t.organisation_id = any(${[...organisationIds]}::uuid[])`)
    .orderBy('t.id', 'desc')
    .limit(limit);
  const rows = await (before ? query.where('t.id', '<', before) : query).execute();
  return rows.map(toRecord);
}

export type NewTask = Pick<TaskRecord, 'id' | 'organisationId' | 'whom' | 'target' | 'title'> &
  Pick<TaskRecord, 'readingMinutes' | 'dueOn' | 'selfCheck'> & { publishedBy: string; publishedAt: Date };

/** Adds an open task, version 1. */
export async function insertTask(trx: Transaction, tenantId: string, one: NewTask): Promise<void> {
  await trx
    .insertInto('study_task')
    .values({
      tenant_id: tenantId,
      id: one.id,
      organisation_id: one.organisationId,
      whom: one.whom,
      target_kind: one.target.kind,
      target_id: one.target.id,
      title: one.title,
      reading_minutes: one.readingMinutes,
      due_on: one.dueOn,
      self_check: one.selfCheck,
      published_by: one.publishedBy,
      published_at: one.publishedAt,
      withdraw_reason: null,
    })
    .execute();
}

/** How many tasks for an organisation are out and not withdrawn. */
export async function countOpenTasks(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
): Promise<number> {
  const { count } = await trx
    .selectFrom('study_task')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What changes in a task that is out. */
export type TaskChange = { due_on: string } | { state: 'withdrawn'; withdraw_reason: string };

/** Changes a task that the caller has locked; returns the next version. */
export async function changeTask(
  trx: Transaction,
  tenantId: string,
  taskId: string,
  change: TaskChange,
): Promise<number> {
  const { version } = await trx
    .updateTable('study_task')
    .set({ ...change, version: sql`version + 1` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', taskId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

function selectTasks(trx: Transaction, tenantId: string) {
  return trx
    .selectFrom('study_task as t')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.tenant_id', '=', 't.tenant_id').onRef('o.id', '=', 't.organisation_id'),
    )
    .select([
      't.id',
      't.organisation_id',
      't.whom',
      't.target_kind',
      't.target_id',
      't.title',
      't.reading_minutes',
      't.due_on',
      't.self_check',
      't.state',
      't.withdraw_reason',
      't.version',
      'o.path as organisation_path',
      'o.name as organisation_name',
      'o.level',
    ])
    .where('t.tenant_id', '=', tenantId);
}

function toRecord(row: Awaited<ReturnType<ReturnType<typeof selectTasks>['execute']>>[number]): TaskRecord {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationPath: row.organisation_path,
    organisationName: row.organisation_name,
    level: row.level,
    whom: row.whom,
    target: { kind: row.target_kind, id: row.target_id },
    title: row.title,
    readingMinutes: row.reading_minutes,
    dueOn: row.due_on,
    selfCheck: row.self_check,
    state: row.state,
    withdrawReason: row.withdraw_reason,
    version: row.version,
  };
}
