import { sql } from 'kysely';
import type { PieceRow, StoredBlock, StoredCheck, StoredSource } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';
import type { PieceState } from './studyRepository';

/** A piece as the desk lists it, with what verdicts on it need. */
export interface DeskRow {
  id: string;
  title: string;
  state: PieceState;
  version: number;
  organisationId: string;
  organisationPath: string;
  organisationName: string;
  authorId: string;
  authorName: string;
  editorIds: string[];
  publishOn: string | null;
  publishAt: Date | null;
  length: number;
  note: string | null;
}

/** A piece with everything that its writers and reviewers work on. */
export interface KeptPiece extends DeskRow {
  kind: PieceRow['kind'];
  topic: string;
  blocks: StoredBlock[];
  source: StoredSource | null;
  checks: StoredCheck[];
}

const deskColumns = sql`p.id, p.title, p.state, p.version, p.organisation_id as "organisationId",
    o.path as "organisationPath", o.name as "organisationName", p.author_id as "authorId", a.name as "authorName",
    p.editor_ids as "editorIds", p.publish_on as "publishOn", p.publish_at as "publishAt", p.length, p.note`;

const deskTables = sql`piece p
    join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
    join member a on a.tenant_id = p.tenant_id and a.id = p.author_id`;

/** A piece in whatever state, or null. */
export async function findPiece(
  trx: Transaction,
  tenantId: string,
  pieceId: string,
): Promise<KeptPiece | null> {
  const { rows } = await sql<KeptPiece>`
    select ${deskColumns}, p.kind, p.topic, p.blocks, p.source, p.checks
    from ${deskTables}
    where p.tenant_id = ${tenantId} and p.id = ${pieceId}`.execute(trx);
  return rows[0] ?? null;
}

/** Approved pieces of the given organisations laid on `day` or later, by day. */
export async function findLaid(
  trx: Transaction,
  tenantId: string,
  organisationIds: readonly string[],
  day: string,
): Promise<(DeskRow & { publishOn: string })[]> {
  const { rows } = await sql<DeskRow & { publishOn: string }>`
    select ${deskColumns}
    from ${deskTables}
    where p.tenant_id = ${tenantId} and p.organisation_id = any(${organisationIds}::uuid[])
      and p.state = 'approved' and p.publish_on >= ${day}
    order by p.publish_on, o.path`.execute(trx);
  return rows;
}

/** The most that a desk lists; older work is found by its day. */
const MOST_PIECES = 200;

/**
 * What lies on somebody's desk, newest work first: what is being written where they write or by themselves; elsewhere
 * what was handed in; approved pieces without a day, or laid on `since` or later; what was withdrawn since then.
 */
export async function findDeskPieces(
  trx: Transaction,
  tenantId: string,
  desk: {
    memberId: string;
    writeAt: readonly string[];
    seeAt: readonly string[];
    since: string;
    sinceInstant: Date;
  },
): Promise<DeskRow[]> {
  const { rows } = await sql<DeskRow>`
    select ${deskColumns}
    from ${deskTables}
    where p.tenant_id = ${tenantId} and (p.organisation_id = any(${desk.seeAt}::uuid[]) or p.author_id = ${desk.memberId})
      and case p.state
        when 'submitted' then true
        when 'approved' then p.publish_on is null or p.publish_on >= ${desk.since}
        when 'withdrawn' then p.updated_at >= ${desk.sinceInstant}
        else p.organisation_id = any(${desk.writeAt}::uuid[]) or p.author_id = ${desk.memberId}
      end
    order by p.updated_at desc, p.id
    limit ${sql.lit(MOST_PIECES)}`.execute(trx);
  return rows;
}

/** Whether an organisation has an approved piece on a day. */
export async function isDayTaken(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  day: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('piece')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('publish_on', '=', day)
    .where('state', '=', 'approved')
    .executeTakeFirst();
  return row !== undefined;
}

/** Which of the titles a piece of the bureau has that was not taken down. */
export async function findTitles(
  trx: Transaction,
  tenantId: string,
  titles: readonly string[],
): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('piece')
    .select('title')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where('state', '<>', 'withdrawn')
    .where('title', 'in', [...titles])
    .execute();
  return new Set(rows.map((row) => row.title));
}

/** Holds an organisation until the transaction ends, so that two people do not add the same at once. */
export async function lockPlace(trx: Transaction, tenantId: string, organisationId: string): Promise<void> {
  await trx
    .selectFrom('organisation')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', organisationId)
    .forUpdate()
    .execute();
}

/** Holds the bureau's very first day until the transaction ends: two pieces are not both the first. */
export async function lockFirstDay(trx: Transaction, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`first day|${tenantId}`}, 0))`.execute(trx);
}

/** True once any piece of the bureau has been published by `now`, also one that was taken down or back since. */
export async function hasPublished(trx: Transaction, tenantId: string, now: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('piece')
    .select('id')
    .where('tenant_id', '=', tenantId)
    // Taken down before its day it gave the day back; taken back to be changed it keeps it.
    .where('state', 'in', ['approved', 'withdrawn', 'returned'])
    .where('publish_at', '<=', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
