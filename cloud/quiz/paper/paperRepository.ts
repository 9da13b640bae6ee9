import { type RawBuilder, sql } from 'kysely';
import type { PaperCandidate } from '../../../src/domain/quiz/paper/drawQuestions';
import type { PaperWay } from '../../../src/domain/quiz/paper/paperStanding';
import type { Place } from '../../../src/domain/roster/acts';
import type { Transaction } from '../../database/tenantTransaction';
import { findSealed, inForce, sealed } from '../askableRepository';
import { sealPaper } from '../sealRepository';

/** A paper without its questions. */
export interface PaperRecord extends Place {
  id: string;
  organisationName: string;
  title: string;
  state: 'draft' | 'published' | 'withdrawn';
  way: PaperWay | null;
  minutes: number | null;
  opensAt: Date | null;
  closesAt: Date | null;
  withdrawReason: string | null;
  version: number;
  size: number;
}

const paperColumns = sql`p.id, p.organisation_id as "organisationId", o.path as "organisationPath",
  o.name as "organisationName", p.title, p.state, p.way, p.minutes, p.opens_at as "opensAt", p.closes_at as "closesAt",
  p.withdraw_reason as "withdrawReason", p.version,
  (select count(*)::integer from paper_question pq where pq.tenant_id = p.tenant_id and pq.paper_id = p.id) as size`;

const fromPapers = sql`from paper p join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id`;

/** One paper, or null; `lock` holds it while it changes. */
export async function findPaper(
  trx: Transaction,
  tenantId: string,
  paperId: string,
  { lock = false } = {},
): Promise<PaperRecord | null> {
  const { rows } = await sql<PaperRecord>`
    select ${paperColumns} ${fromPapers} where p.tenant_id = ${tenantId} and p.id = ${paperId}
    ${lock ? sql`for update of p` : sql``}`.execute(trx);
  return rows[0] ?? null;
}

/** Papers of the organisations, newest first, before the one with the id `before`. */
export async function listPapers(
  trx: Transaction,
  tenantId: string,
  {
    organisationIds,
    before,
    limit,
  }: { organisationIds: readonly string[]; before: string | null; limit: number },
): Promise<PaperRecord[]> {
  const { rows } = await sql<PaperRecord>`
    select ${paperColumns} ${fromPapers}
    where p.tenant_id = ${tenantId} and p.organisation_id = any(${organisationIds}::uuid[])
      ${before === null ? sql`` : sql`and p.id < ${before}::uuid`}
    order by p.id desc limit ${limit}`.execute(trx);
  return rows;
}

/** A paper as a member meets it. */
export interface OwnPaperRecord extends PaperRecord {
  runId: string | null;
  handedIn: boolean;
}

/**
 * Published papers on phones for any of the organisations that close after `closedAfter`, nearest end first, or only
 * the one named; with the member's own attempt. `lock`: they stay as they are until the transaction ends.
 */
export async function findOwnPapers(
  trx: Transaction,
  { tenantId, memberId }: { tenantId: string; memberId: string },
  {
    organisationIds,
    closedAfter,
    paperId,
    lock = false,
  }: { organisationIds: readonly string[]; closedAfter: Date | null; paperId?: string; lock?: boolean },
): Promise<OwnPaperRecord[]> {
  const which: RawBuilder<unknown> =
    paperId === undefined ? sql`p.closes_at > ${closedAfter}` : sql`p.id = ${paperId}`;
  const { rows } = await sql<OwnPaperRecord>`
    select ${paperColumns}, r.id as "runId", coalesce(r.handed_in, false) as "handedIn" ${fromPapers}
    left join quiz_run r on r.tenant_id = p.tenant_id and r.member_id = ${memberId} and r.mode = 'paper'
      and r.label = p.id::text and r.attempt = 1
    where p.tenant_id = ${tenantId} and p.state = 'published' and p.way in ('phones', 'both') and ${which}
      and p.organisation_id = any(${organisationIds}::uuid[])
    order by p.closes_at, p.id limit 50 ${lock ? sql`for key share of p` : sql``}`.execute(trx);
  return rows;
}

/** A question of a paper with its key, for those who make it. */
export interface PaperQuestion extends PaperCandidate, Place {
  stem: string;
  options: string[];
  key: number[] | string[][];
  explanation: string;
  source: { title: string; article: string };
  outdated: boolean;
  /** Another paper that is not closed has it: its key stays in. */
  sealedElsewhere: boolean;
  /** People whose answer was graded, and those among them who were right. */
  people: number;
  right: number;
}

/** The questions of a paper in their order; `today` (`YYYY-MM-DD`) says what has expired. */
export async function findPaperQuestions(
  trx: Transaction,
  tenantId: string,
  paperId: string,
  { today, now }: { today: string; now: Date },
): Promise<PaperQuestion[]> {
  const { rows } = await sql<PaperQuestion>`
    with given as (
      select a.question_id, count(*)::integer as people, (count(*) filter (where a.correct))::integer as right
      from quiz_run r join run_answer a on a.tenant_id = r.tenant_id and a.run_id = r.id
      where r.tenant_id = ${tenantId} and r.mode = 'paper' and r.label = ${paperId}::text and a.correct is not null
      group by a.question_id
    )
    select q.id as "questionId", q.type, q.topic, q.stem, q.options, q.key, q.explanation, q.source,
      q.organisation_id as "organisationId", o.path as "organisationPath", not (${inForce(today)}) as outdated,
      ${sealed({ tenantId, now, except: paperId })} as "sealedElsewhere",
      coalesce(given.people, 0) as people, coalesce(given.right, 0) as right
    from paper_question pq
    join question q on q.tenant_id = pq.tenant_id and q.id = pq.question_id
    join organisation o on o.tenant_id = q.tenant_id and o.id = q.organisation_id
    left join given on given.question_id = q.id
    where pq.tenant_id = ${tenantId} and pq.paper_id = ${paperId}
    order by pq.number`.execute(trx);
  return rows;
}

/** Whether everybody who began a paper was handed in, by themselves or by the clock. */
export async function isHandedIn(trx: Transaction, tenantId: string, paperId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from quiz_run where tenant_id = ${tenantId} and mode = 'paper' and label = ${paperId}::text
      and not handed_in limit 1`.execute(trx);
  return rows.length === 0;
}

/**
 * What a paper of an organisation may ask: reviewed questions of it and of all above it that are in force and on no
 * other paper that is still to be answered.
 */
export async function findPaperCandidates(
  trx: Transaction,
  tenantId: string,
  {
    organisationIds,
    paperId,
    today,
    now,
  }: { organisationIds: readonly string[]; paperId: string | null; today: string; now: Date },
): Promise<PaperCandidate[]> {
  const { rows } = await sql<PaperCandidate>`
    select q.id as "questionId", q.topic, q.type from question q
    where q.tenant_id = ${tenantId} and q.organisation_id = any(${organisationIds}::uuid[])
      and ${inForce(today)} and not ${sealed({ tenantId, now, except: paperId })}`.execute(trx);
  return rows;
}

/** Adds a draft without questions. */
export async function insertPaper(
  trx: Transaction,
  tenantId: string,
  paper: { id: string; organisationId: string; title: string; authorId: string; sealedUntil: Date },
): Promise<void> {
  await trx
    .insertInto('paper')
    .values({
      tenant_id: tenantId,
      id: paper.id,
      organisation_id: paper.organisationId,
      title: paper.title,
      way: null,
      minutes: null,
      opens_at: null,
      closes_at: null,
      sealed_until: paper.sealedUntil,
      withdraw_reason: null,
      author_id: paper.authorId,
      published_by: null,
    })
    .execute();
}

/** What of a paper changes at once. */
export interface PaperChange {
  title?: string;
  state?: 'published' | 'withdrawn';
  way?: PaperWay;
  minutes?: number | null;
  opens_at?: Date;
  closes_at?: Date;
  sealed_until?: Date | null;
  withdraw_reason?: string;
  published_by?: string;
}

/** Changes a paper that the caller has locked, and counts its version up. */
export async function changePaper(
  trx: Transaction,
  tenantId: string,
  paperId: string,
  change: PaperChange,
): Promise<void> {
  await trx
    .updateTable('paper')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', paperId)
    .execute();
}

/** Puts these questions on a paper in this order, in place of those that were on it, and seals them (`sealPaper`). */
export async function replacePaperQuestions(
  trx: Transaction,
  tenantId: string,
  paperId: string,
  questionIds: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('paper_question')
    .where('tenant_id', '=', tenantId)
    .where('paper_id', '=', paperId)
    .execute();
  await sql`
    insert into paper_question (tenant_id, paper_id, number, question_id)
    select ${tenantId}::uuid, ${paperId}::uuid, number, question_id
    from unnest(${questionIds}::uuid[]) with ordinality as chosen (question_id, number)`.execute(trx);
  await sealPaper(trx, tenantId, paperId);
}

/** Holds questions while they are put on a paper; gives those that are on another paper still to be answered. */
export async function findTakenQuestions(
  trx: Transaction,
  tenantId: string,
  { paperId, questionIds, now }: { paperId: string; questionIds: readonly string[]; now: Date },
): Promise<string[]> {
  await sql`select 1 from question where tenant_id = ${tenantId} and id = any(${questionIds}::uuid[])
    order by id for no key update`.execute(trx);
  return [...(await findSealed(trx, { tenantId, now, except: paperId }, questionIds))];
}

/** Removes a draft with its list of questions. */
export async function deletePaper(trx: Transaction, tenantId: string, paperId: string): Promise<void> {
  await trx.deleteFrom('paper').where('tenant_id', '=', tenantId).where('id', '=', paperId).execute();
}
