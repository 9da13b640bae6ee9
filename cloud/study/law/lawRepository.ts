import { sql } from 'kysely';
import type { LawChange, LawChangeKind } from '../../../src/domain/study/law/lawChange';
import type { Transaction } from '../../database/tenantTransaction';
import type { PieceState } from '../studyRepository';

/** A change of a law as the list shows it. */
export interface MarkedLaw {
  id: string;
  title: string;
  kind: LawChangeKind;
  since: string;
  note: string;
}

/** A piece that waits for its check. */
export interface WaitingPiece {
  id: string;
  changeId: string;
  title: string;
  version: number;
  organisationName: string;
  authorId: string;
  editorIds: string[];
  article: string;
  versionOn: string | null;
  publishOn: string | null;
}

/** Holds a law until the transaction ends, so that marks of it and taking them back come one after the other. */
export async function lockLaw(trx: Transaction, tenantId: string, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`law|${tenantId}|${key}`}, 0))`.execute(trx);
}

/**
 * Adds a change, or one that was taken back again, and returns its id; null when the law is marked for that day
 * already.
 */
export async function insertLawChange(
  trx: Transaction,
  tenantId: string,
  change: MarkedLaw & { key: string; markedBy: string; markedAt: Date },
): Promise<string | null> {
  const { id, title, key, kind, since, note, markedBy, markedAt } = change;
  const { rows } = await sql<{ id: string }>`
    insert into law_change as kept (tenant_id, id, title, key, kind, since, note, marked_by, marked_at)
    values (${tenantId}, ${id}, ${title}, ${key}, ${kind}, ${since}, ${note}, ${markedBy}, ${markedAt})
    on conflict (tenant_id, key, since) do update
      set title = excluded.title, kind = excluded.kind, note = excluded.note, marked_by = excluded.marked_by,
        marked_at = excluded.marked_at, version = kept.version + 1, taken_back_by = null, taken_back_at = null
      where kept.taken_back_at is not null
    returning id`.execute(trx);
  return rows[0]?.id ?? null;
}

/** A change of a law in whatever state, or null. */
export async function findLawChange(
  trx: Transaction,
  tenantId: string,
  changeId: string,
): Promise<(LawChange & { title: string }) | null> {
  const row = await trx
    .selectFrom('law_change')
    .select(['id', 'key', 'since', 'title'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', changeId)
    .executeTakeFirst();
  return row ?? null;
}

/** Takes a change back in the version that was seen; false when it has another one by now. */
export async function takeBackLawChange(
  trx: Transaction,
  seen: { tenantId: string; changeId: string; version: number },
  by: { memberId: string; now: Date },
): Promise<boolean> {
  const row = await trx
    .updateTable('law_change')
    .set((change) => ({
      version: change('version', '+', 1),
      taken_back_by: by.memberId,
      taken_back_at: by.now,
    }))
    .where('tenant_id', '=', seen.tenantId)
    .where('id', '=', seen.changeId)
    .where('version', '=', seen.version)
    .where('taken_back_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The changes of one law (`lawKey`) that stand, newest first. */
export async function findChangesOf(
  trx: Transaction,
  tenantId: string,
  key: string,
): Promise<(LawChange & { kind: LawChangeKind })[]> {
  return trx
    .selectFrom('law_change')
    .select(['id', 'key', 'since', 'kind'])
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key)
    .where('taken_back_at', 'is', null)
    .orderBy('since', 'desc')
    .execute();
}

/** The newest changes of laws of the bureau that stand. */
export async function findMarkedLaws(
  trx: Transaction,
  tenantId: string,
  limit: number,
): Promise<(MarkedLaw & { version: number })[]> {
  return trx
    .selectFrom('law_change')
    .select(['id', 'version', 'title', 'kind', 'since', 'note'])
    .where('tenant_id', '=', tenantId)
    .where('taken_back_at', 'is', null)
    .orderBy('since', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** What the pieces cite that are approved or wait for their review, each source once. */
export async function findCitations(
  trx: Transaction,
  tenantId: string,
): Promise<{ title: string; versionOn: string | null }[]> {
  const { rows } = await sql<{ title: string; versionOn: string | null }>`
    select distinct p.source->>'title' as title, p.source->>'versionOn' as "versionOn" from piece p
    where p.tenant_id = ${tenantId} and p.state in ('submitted', 'approved') and p.source->>'title' is not null`.execute(
    trx,
  );
  return rows;
}

/** Holds every series that is not approved yet until the transaction ends. */
export async function lockSeriesInHand(trx: Transaction, tenantId: string): Promise<void> {
  await trx
    .selectFrom('series')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('state', 'in', ['draft', 'submitted', 'returned'])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/**
 * Sets the pieces that cite one of `cited` to wait for their check and counts their version up, so that whoever is
 * deciding on one sees the change first. Says of which organisation each is.
 */
export async function awaitCheck(
  trx: Transaction,
  tenantId: string,
  { changeId, cited }: { changeId: string; cited: readonly { title: string; versionOn: string | null }[] },
  now: Date,
): Promise<{ organisationId: string }[]> {
  const titles = cited.map((source) => source.title);
  const versions = cited.map((source) => source.versionOn);
  const { rows } = await sql<{ organisationId: string }>`
    update piece p set law_change_id = ${changeId}, version = p.version + 1, updated_at = ${now}
    from unnest(${titles}::text[], ${versions}::text[]) as cited (title, version_on)
    where p.tenant_id = ${tenantId} and p.state in ('submitted', 'approved')
      and p.source->>'title' = cited.title and p.source->>'versionOn' is not distinct from cited.version_on
    returning p.organisation_id as "organisationId"`.execute(trx);
  return rows;
}

/**
 * Has the pieces that wait because of `changeId` wait for the change that `cited` names for their source, or for none,
 * and counts their version up; also that of pieces in review, whose reviewer may have seen the change. Says of which
 * organisation each is, and whether it was approved and waits for nothing any more.
 */
export async function releaseChecks(
  trx: Transaction,
  tenantId: string,
  {
    changeId,
    cited,
  }: {
    changeId: string;
    cited: readonly { title: string; versionOn: string | null; nextChangeId: string | null }[];
  },
  now: Date,
): Promise<{ organisationId: string; isReleased: boolean }[]> {
  const titles = cited.map((source) => source.title);
  const versions = cited.map((source) => source.versionOn);
  const next = cited.map((source) => source.nextChangeId);
  const { rows } = await sql<{ organisationId: string; isReleased: boolean }>`
    update piece p set version = p.version + 1, updated_at = ${now},
      law_change_id = case when p.law_change_id = ${changeId} then cited.next_id else p.law_change_id end
    from unnest(${titles}::text[], ${versions}::text[], ${next}::uuid[]) as cited (title, version_on, next_id)
    where p.tenant_id = ${tenantId}
      and (p.state = 'submitted' or (p.state = 'approved' and p.law_change_id = ${changeId}))
      and p.source->>'title' = cited.title and p.source->>'versionOn' is not distinct from cited.version_on
    returning p.organisation_id as "organisationId",
      p.state = 'approved' and p.law_change_id is null as "isReleased"`.execute(trx);
  return rows;
}

/** A piece to be settled, with what verdicts on it need. */
export interface PieceToSettle {
  id: string;
  state: PieceState;
  organisationId: string;
  organisationPath: string;
  authorId: string;
  editorIds: string[];
  version: number;
  /** Since when the law has changed for which it waits; null when it waits for none. */
  since: string | null;
}

/** Those of the pieces that the bureau has, in whatever state, locked in the order of their ids. */
export async function lockPiecesToSettle(
  trx: Transaction,
  tenantId: string,
  pieceIds: readonly string[],
): Promise<PieceToSettle[]> {
  const { rows } = await sql<PieceToSettle>`
    select p.id, p.version, p.state, p.organisation_id as "organisationId", o.path as "organisationPath",
      p.author_id as "authorId", p.editor_ids as "editorIds", c.since
    from piece p
    join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
    left join law_change c on c.tenant_id = p.tenant_id and c.id = p.law_change_id
    where p.tenant_id = ${tenantId} and p.id = any(${[...pieceIds]}::uuid[])
    order by p.id
    for update of p`.execute(trx);
  return rows;
}

/** Writes that the pieces were compared with the version of `versionOn` on `today`, and counts their version up. */
export async function settleChecks(
  trx: Transaction,
  tenantId: string,
  { pieceIds, versionOn, today }: { pieceIds: readonly string[]; versionOn: string; today: string },
  now: Date,
): Promise<void> {
  await sql`
    update piece set law_change_id = null, version = version + 1, updated_at = ${now},
      source = source || jsonb_build_object('versionOn', ${versionOn}::text, 'checkedOn', ${today}::text)
    where tenant_id = ${tenantId} and id = any(${[...pieceIds]}::uuid[])`.execute(trx);
}

/** How many approved pieces wait because of a change. */
export async function countWaiting(trx: Transaction, tenantId: string, changeId: string): Promise<number> {
  const { size } = await trx
    .selectFrom('piece')
    .select((eb) => eb.fn.countAll<number>().as('size'))
    .where('tenant_id', '=', tenantId)
    .where('law_change_id', '=', changeId)
    .where('state', '=', 'approved')
    .executeTakeFirstOrThrow();
  return Number(size);
}

/** Approved pieces of those organisations that wait because of one of the changes, those laid last first. */
export async function findWaiting(
  trx: Transaction,
  tenantId: string,
  of: { changeIds: readonly string[]; organisationIds: readonly string[]; limit: number },
): Promise<WaitingPiece[]> {
  const { rows } = await sql<WaitingPiece>`
    select p.id, p.law_change_id as "changeId", p.title, p.version, o.name as "organisationName",
      p.author_id as "authorId", p.editor_ids as "editorIds", p.source->>'article' as article,
      p.source->>'versionOn' as "versionOn", p.publish_on as "publishOn"
    from piece p join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
    where p.tenant_id = ${tenantId} and p.law_change_id = any(${[...of.changeIds]}::uuid[])
      and p.state = 'approved' and p.organisation_id = any(${[...of.organisationIds]}::uuid[])
    order by p.publish_on desc nulls last, p.id
    limit ${of.limit}`.execute(trx);
  return rows;
}
