import { sql } from 'kysely';
import type { Transaction } from '../../database/tenantTransaction';

/** A law that questions cite, in the version that they name. */
export interface CitedLaw {
  title: string;
  versionOn: string | null;
}

/** What reviewed questions cite, each source once; of `questionIds` only when they are given. */
export async function findCitedLaws(
  trx: Transaction,
  tenantId: string,
  questionIds?: readonly string[],
): Promise<CitedLaw[]> {
  const { rows } = await sql<CitedLaw>`
    select distinct q.source->>'title' as title, q.source->>'versionOn' as "versionOn" from question q
    where q.tenant_id = ${tenantId} and q.state = 'reviewed' and q.source->>'title' <> ''
      ${questionIds === undefined ? sql`` : sql`and q.id = any(${[...questionIds]}::uuid[])`}`.execute(trx);
  return rows;
}

/** Has reviewed questions that cite one of the laws wait for the change named with it, and says of which organisation each is. */
export async function awaitChange(
  trx: Transaction,
  tenantId: string,
  cited: readonly (CitedLaw & { changeId: string })[],
  questionIds?: readonly string[],
): Promise<{ organisationId: string }[]> {
  const { rows } = await sql<{ organisationId: string }>`
    update question q set law_change_id = cited.change_id, version = q.version + 1
    from unnest(${cited.map((one) => one.title)}::text[], ${cited.map((one) => one.versionOn)}::text[],
      ${cited.map((one) => one.changeId)}::uuid[]) cited (title, version_on, change_id)
    where q.tenant_id = ${tenantId} and q.state = 'reviewed' and q.source->>'title' = cited.title
      and q.source->>'versionOn' is not distinct from cited.version_on
      ${questionIds === undefined ? sql`` : sql`and q.id = any(${[...questionIds]}::uuid[])`}
    returning q.organisation_id as "organisationId"`.execute(trx);
  return rows;
}

/**
 * Has the questions that wait because of `changeId` wait for the change that `cited` names for their source, or for
 * none. Says of which organisation each is, and whether it waits for nothing any more.
 */
export async function releaseChange(
  trx: Transaction,
  tenantId: string,
  changeId: string,
  cited: readonly (CitedLaw & { nextChangeId: string | null })[],
): Promise<{ organisationId: string; isReleased: boolean }[]> {
  const { rows } = await sql<{ organisationId: string; isReleased: boolean }>`
    update question q set law_change_id = cited.next_id, version = q.version + 1
    from unnest(${cited.map((one) => one.title)}::text[], ${cited.map((one) => one.versionOn)}::text[],
      ${cited.map((one) => one.nextChangeId)}::uuid[]) cited (title, version_on, next_id)
    where q.tenant_id = ${tenantId} and q.law_change_id = ${changeId} and q.source->>'title' = cited.title
      and q.source->>'versionOn' is not distinct from cited.version_on
    returning q.organisation_id as "organisationId", q.law_change_id is null as "isReleased"`.execute(trx);
  return rows;
}
