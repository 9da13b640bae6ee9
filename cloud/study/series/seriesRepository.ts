import { sql } from 'kysely';
import { publishInstant } from '../../../src/domain/study/publishing';
import type { SeriesPlan } from '../../../src/domain/study/series/layOut';
import type { SeriesRow, StoredBlock, StoredCut, StoredSource } from '../../database/tables';
import type { Transaction } from '../../database/tenantTransaction';
import { indexSeries } from '../searchIndexRepository';
import type { PieceState } from '../studyRepository';

/** A series with what verdicts on it need; `text` and `cuts` make its pieces until it is approved. */
export interface KeptSeries {
  id: string;
  organisationId: string;
  organisationPath: string;
  organisationName: string;
  authorId: string;
  authorName: string;
  editorIds: string[];
  state: PieceState;
  title: string;
  kind: SeriesRow['kind'];
  topic: string;
  source: StoredSource | null;
  text: string;
  cuts: StoredCut[];
  pieceCount: number;
  demo: boolean;
  plan: SeriesPlan | null;
  planDecided: boolean;
  note: string | null;
  version: number;
}

/** A series as the desk lists it: without its text. */
export type ListedSeries = Pick<
  KeptSeries,
  'id' | 'title' | 'state' | 'organisationName' | 'authorId' | 'authorName' | 'pieceCount'
>;

/** A series in whatever state, locked when somebody means to change it; or null. */
export async function findSeries(
  trx: Transaction,
  tenantId: string,
  seriesId: string,
  { lock = false } = {},
): Promise<KeptSeries | null> {
  const { rows } = await sql<KeptSeries>`
    select s.id, s.organisation_id as "organisationId", o.path as "organisationPath", o.name as "organisationName",
      s.author_id as "authorId", a.name as "authorName", s.editor_ids as "editorIds", s.state, s.title, s.kind, s.topic,
      s.source, s.text, s.cuts, s.piece_count as "pieceCount", s.demo, s.note, s.version, s.plan_decided as "planDecided",
      case when s.plan_from is null then null
        else jsonb_build_object('from', s.plan_from, 'weekdays', s.plan_weekdays) end as plan
    from series s
    join organisation o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
    join member a on a.tenant_id = s.tenant_id and a.id = s.author_id
    where s.tenant_id = ${tenantId} and s.id = ${seriesId}
    ${lock ? sql`for update of s` : sql``}`.execute(trx);
  return rows[0] ?? null;
}

/** The most series that a desk lists. */
const MOST_SERIES = 50;

/** Series on somebody's desk, newest work first: drafts where they write or their own, elsewhere what was handed in. */
export async function findDeskSeries(
  trx: Transaction,
  tenantId: string,
  desk: { memberId: string; writeAt: readonly string[]; seeAt: readonly string[] },
): Promise<ListedSeries[]> {
  const { rows } = await sql<ListedSeries>`
    select s.id, s.title, s.state, o.name as "organisationName", s.author_id as "authorId", a.name as "authorName",
      s.piece_count as "pieceCount"
    from series s
    join organisation o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
    join member a on a.tenant_id = s.tenant_id and a.id = s.author_id
    where s.tenant_id = ${tenantId} and s.state <> 'withdrawn'
      and (s.organisation_id = any(${[...desk.seeAt]}::uuid[]) or s.author_id = ${desk.memberId})
      and (s.state in ('submitted', 'approved') or s.organisation_id = any(${[...desk.writeAt]}::uuid[])
        or s.author_id = ${desk.memberId})
    order by s.updated_at desc, s.id
    limit ${sql.lit(MOST_SERIES)}`.execute(trx);
  return rows;
}

/** What a new series is made of. */
export type NewSeries = Pick<
  KeptSeries,
  'id' | 'organisationId' | 'authorId' | 'title' | 'kind' | 'topic' | 'source' | 'text' | 'cuts' | 'demo'
>;

/** Adds a draft. */
export async function insertSeries(
  trx: Transaction,
  tenantId: string,
  series: NewSeries,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('series')
    .values({
      tenant_id: tenantId,
      id: series.id,
      organisation_id: series.organisationId,
      author_id: series.authorId,
      title: series.title,
      kind: series.kind,
      topic: series.topic,
      source: series.source ? JSON.stringify(series.source) : null,
      text: series.text,
      cuts: JSON.stringify(series.cuts),
      piece_count: series.cuts.length,
      demo: series.demo,
      updated_at: now,
    })
    .execute();
}

/** What becomes of a series; absent fields stay. */
export interface SeriesChange {
  state?: PieceState;
  about?: Pick<KeptSeries, 'title' | 'kind' | 'topic' | 'source'>;
  text?: string;
  cuts?: readonly StoredCut[];
  editorId?: string;
  plan?: SeriesPlan & { decided: boolean };
  review?: { reviewerId: string; reviewedAt: Date };
  note?: string | null;
}

/**
 * Changes a series in the version that was seen and counts the version up; null when it has another version by now.
 * What is found by searching changes with it.
 */
export async function changeSeries(
  trx: Transaction,
  seen: { tenantId: string; seriesId: string; version: number },
  { state, about, text, cuts, editorId, plan, review, note }: SeriesChange,
  now: Date,
): Promise<{ seriesId: string; version: number; state: PieceState; pieceCount: number } | null> {
  const row = await trx
    .updateTable('series')
    .set((series) => ({
      version: series('version', '+', 1),
      updated_at: now,
      ...(state ? { state } : {}),
      ...(about
        ? {
            title: about.title,
            kind: about.kind,
            topic: about.topic,
            source: about.source ? JSON.stringify(about.source) : null,
          }
        : {}),
      ...(text !== undefined ? { text } : {}),
      ...(cuts ? { cuts: JSON.stringify(cuts), piece_count: cuts.length } : {}),
      ...(editorId
        ? {
            editor_ids: sql<
              string[]
            >`array(select distinct unnest(editor_ids || ${editorId}::uuid) except select author_id)`,
          }
        : {}),
      ...(plan
        ? { plan_from: plan.from, plan_weekdays: [...plan.weekdays], plan_decided: plan.decided }
        : {}),
      ...(review ? { reviewer_id: review.reviewerId, reviewed_at: review.reviewedAt } : {}),
      ...(note !== undefined ? { note } : {}),
    }))
    .where('tenant_id', '=', seen.tenantId)
    .where('id', '=', seen.seriesId)
    .where('version', '=', seen.version)
    .returning(['id', 'version', 'state', 'piece_count'])
    .executeTakeFirst();
  if (row && state) await indexSeries(trx, seen.tenantId, seen.seriesId);
  return row
    ? { seriesId: row.id, version: row.version, state: row.state, pieceCount: row.piece_count }
    : null;
}

/** Days from `from` on that have a piece of the organisation; pieces of `exceptSeriesId` that could move do not count. */
export async function findTakenDays(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  { from, now, exceptSeriesId = null }: { from: string; now: Date; exceptSeriesId?: string | null },
): Promise<Set<string>> {
  const { rows } = await sql<{ day: string }>`
    select p.publish_on as day from piece p
    where p.tenant_id = ${tenantId} and p.organisation_id = ${organisationId} and p.state = 'approved'
      and p.publish_on >= ${from}
      and (p.series_id is distinct from ${exceptSeriesId}::uuid or p.publish_at <= ${now})`.execute(trx);
  return new Set(rows.map((row) => row.day));
}

/** An approved piece of a series as it is made. */
export interface SeriesPiece {
  id: string;
  position: number;
  title: string;
  source: StoredSource | null;
  blocks: readonly StoredBlock[];
  length: number;
  publishOn: string | null;
}

/** Makes all pieces of an approved series, in one statement. */
export async function insertSeriesPieces(
  trx: Transaction,
  tenantId: string,
  series: KeptSeries,
  pieces: readonly SeriesPiece[],
  { reviewerId, now, lawChangeId = null }: { reviewerId: string; now: Date; lawChangeId?: string | null },
): Promise<void> {
  await trx
    .insertInto('piece')
    .values(
      pieces.map((piece) => ({
        tenant_id: tenantId,
        id: piece.id,
        organisation_id: series.organisationId,
        author_id: series.authorId,
        editor_ids: series.editorIds,
        state: 'approved' as const,
        kind: series.kind,
        title: piece.title,
        topic: series.topic,
        blocks: JSON.stringify(piece.blocks),
        length: piece.length,
        source: piece.source ? JSON.stringify(piece.source) : null,
        checks: '[]',
        demo: series.demo,
        reviewer_id: reviewerId,
        reviewed_at: now,
        publish_on: piece.publishOn,
        publish_at: piece.publishOn ? publishInstant(piece.publishOn) : null,
        series_id: series.id,
        position: piece.position,
        law_change_id: lawChangeId,
        updated_at: now,
      })),
    )
    .execute();
}

/** The pieces that were made of a series, in order. */
export async function findSeriesPieces(
  trx: Transaction,
  tenantId: string,
  seriesId: string,
): Promise<
  {
    id: string;
    position: number;
    title: string;
    state: PieceState;
    publishOn: string | null;
    publishAt: Date | null;
  }[]
> {
  const rows = await trx
    .selectFrom('piece')
    .select(['id', 'position', 'title', 'state', 'publish_on as publishOn', 'publish_at as publishAt'])
    .where('tenant_id', '=', tenantId)
    .where('series_id', '=', seriesId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, position: row.position ?? 0 }));
}

/** Takes the days off those pieces, so that they can be laid anew in any order. */
export async function clearDays(
  trx: Transaction,
  tenantId: string,
  pieceIds: readonly string[],
): Promise<void> {
  await trx
    .updateTable('piece')
    .set({ publish_on: null, publish_at: null })
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...pieceIds])
    .execute();
}

/** Lays pieces on days, in one statement; each counts its version up. */
export async function layPieces(
  trx: Transaction,
  tenantId: string,
  laid: readonly { id: string; publishOn: string }[],
  now: Date,
): Promise<void> {
  const ids = laid.map((one) => one.id);
  const days = laid.map((one) => one.publishOn);
  const instants = laid.map((one) => publishInstant(one.publishOn));
  await sql`
    update piece p set publish_on = given.day, publish_at = given.at, version = p.version + 1, updated_at = ${now}
    from unnest(${ids}::uuid[], ${days}::date[], ${instants}::timestamptz[]) as given (id, day, at)
    where p.tenant_id = ${tenantId} and p.id = given.id`.execute(trx);
}

/** Takes down every piece of a series that is not down already; those not out yet give their days back. */
export async function withdrawSeriesPieces(
  trx: Transaction,
  tenantId: string,
  seriesId: string,
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  await sql`
    update piece set state = 'withdrawn', note = ${reason}, version = version + 1, updated_at = ${now},
      publish_on = case when publish_at <= ${now} then publish_on end,
      publish_at = case when publish_at <= ${now} then publish_at end
    where tenant_id = ${tenantId} and series_id = ${seriesId} and state <> 'withdrawn'`.execute(trx);
}
