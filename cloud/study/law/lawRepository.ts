import { sql } from 'kysely';
import type { LawChange, LawChangeKind } from '../../../src/domain/study/law/lawChange';
import type { Transaction } from '../../database/tenantTransaction';

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

/** Adds a change; false when the law is marked for that day already, also by somebody at the same moment. */
export async function insertLawChange(
  trx: Transaction,
  tenantId: string,
  change: MarkedLaw & { key: string; markedBy: string; markedAt: Date },
): Promise<boolean> {
  const { id, title, key, kind, since, note, markedBy, markedAt } = change;
  const row = await trx
    .insertInto('law_change')
    .values({
      tenant_id: tenantId,
      id,
      title,
      key,
      kind,
      since,
      note,
      marked_by: markedBy,
      marked_at: markedAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key', 'since']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The changes of one law (`lawKey`), newest first. */
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
    .orderBy('since', 'desc')
    .execute();
}

/** The newest changes of laws of the bureau. */
export async function findMarkedLaws(
  trx: Transaction,
  tenantId: string,
  limit: number,
): Promise<MarkedLaw[]> {
  return trx
    .selectFrom('law_change')
    .select(['id', 'title', 'kind', 'since', 'note'])
    .where('tenant_id', '=', tenantId)
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

/** The day since which the law has changed for which a piece waits; null when it waits for none. */
export async function findAwaited(
  trx: Transaction,
  tenantId: string,
  pieceId: string,
): Promise<{ since: string } | null> {
  const row = await trx
    .selectFrom('piece')
    .innerJoin('law_change', (join) =>
      join
        .onRef('law_change.tenant_id', '=', 'piece.tenant_id')
        .onRef('law_change.id', '=', 'piece.law_change_id'),
    )
    .select('law_change.since')
    .where('piece.tenant_id', '=', tenantId)
    .where('piece.id', '=', pieceId)
    .executeTakeFirst();
  return row ?? null;
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
