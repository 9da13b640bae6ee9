import { sql } from 'kysely';
import type { Transaction } from '../../database/tenantTransaction';

/** Drafts of one organisation and one import (null: written by hand) that wait for a second person. */
export interface WaitingBatch {
  organisationId: string;
  importId: string | null;
  /** Names of the files; null when written by hand. */
  files: string[] | null;
  size: number;
  flagged: number;
  reviewId: string | null;
  lastReturned: boolean;
  mine: boolean;
}

/** A review with the organisation that it is for. */
export interface ReviewRecord {
  id: string;
  version: number;
  state: 'open' | 'passed' | 'returned';
  organisationId: string;
  organisationPath: string;
  organisationName: string;
  importId: string | null;
  files: string[] | null;
  flagged: string[];
  sample: string[];
  rest: string[];
}

/** A question of a review with what was said of it. */
export interface Judged {
  questionId: string;
  verdict: 'pass' | 'return';
  reason: string | null;
  /** Of the question as it was seen. */
  version: number;
  judgedBy: string;
}

const fileNames = sql`jsonb_path_query_array(i.files, '$[*].name')`;

/** The batches of those organisations for `memberId`. */
export async function findWaitingBatches(
  trx: Transaction,
  tenantId: string,
  { organisationIds, memberId }: { organisationIds: readonly string[]; memberId: string },
): Promise<WaitingBatch[]> {
  const { rows } = await sql<WaitingBatch>`
    select batch.*, case when i.id is null then null else ${fileNames} end as files, open.id as "reviewId",
      coalesce((select last.state = 'returned' from question_review last
        where last.tenant_id = ${tenantId} and last.organisation_id = batch."organisationId"
          and last.import_id is not distinct from batch."importId" and last.state <> 'open'
        order by last.id desc limit 1), false) as "lastReturned"
    from (
      select q.organisation_id as "organisationId", q.import_id as "importId", count(*)::int as size,
        count(*) filter (where q.flagged)::int as flagged,
        bool_and(q.author_id = ${memberId} or ${memberId} = any(q.editor_ids)) as mine
      from question q
      where q.tenant_id = ${tenantId} and q.organisation_id = any(${[...organisationIds]}::uuid[])
        and q.state = 'draft' and q.returned_reason is null
      group by q.organisation_id, q.import_id
    ) batch
    left join bank_import i on i.tenant_id = ${tenantId} and i.id = batch."importId"
    left join question_review open on open.tenant_id = ${tenantId} and open.state = 'open'
      and open.organisation_id = batch."organisationId" and open.import_id is not distinct from batch."importId"
    order by batch."importId" nulls last, batch."organisationId"`.execute(trx);
  return rows;
}

const reviewColumns = sql`r.id, r.version, r.state, r.organisation_id as "organisationId",
  o.path as "organisationPath", o.name as "organisationName", r.import_id as "importId", r.flagged, r.sample, r.rest,
  case when i.id is null then null else ${fileNames} end as files`;
const reviewTables = sql`question_review r
  join organisation o on o.tenant_id = r.tenant_id and o.id = r.organisation_id
  left join bank_import i on i.tenant_id = r.tenant_id and i.id = r.import_id`;

/** A review of the bureau, or null; with `lock` nobody else changes it meanwhile. */
export async function findReview(
  trx: Transaction,
  tenantId: string,
  reviewId: string,
  { lock = false } = {},
): Promise<ReviewRecord | null> {
  const { rows } = await sql<ReviewRecord>`
    select ${reviewColumns} from ${reviewTables}
    where r.tenant_id = ${tenantId} and r.id = ${reviewId} ${lock ? sql`for update of r` : sql``}`.execute(
    trx,
  );
  return rows[0] ?? null;
}

interface Batch {
  organisationId: string;
  importId: string | null;
}

/** The review of a batch that is going on, or null. */
export async function findOpenReview(
  trx: Transaction,
  tenantId: string,
  { organisationId, importId }: Batch,
): Promise<{ id: string; version: number } | null> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from question_review where tenant_id = ${tenantId} and organisation_id = ${organisationId}
      and import_id is not distinct from ${importId} and state = 'open'`.execute(trx);
  return rows[0] ?? null;
}

/** How large the sample of the last review of a batch was when one of it was given back; null otherwise. */
export async function findReturnedSample(
  trx: Transaction,
  tenantId: string,
  { organisationId, importId }: Batch,
): Promise<number | null> {
  const { rows } = await sql<{ state: string; size: number }>`
    select state, cardinality(sample) as size from question_review
    where tenant_id = ${tenantId} and organisation_id = ${organisationId}
      and import_id is not distinct from ${importId} and state <> 'open'
    order by id desc limit 1`.execute(trx);
  const last = rows[0];
  return last?.state === 'returned' ? last.size : null;
}

/** The drafts of a batch that were not given back, in the order in which they came. */
export async function findBatchDrafts(
  trx: Transaction,
  tenantId: string,
  { organisationId, importId }: Batch,
): Promise<{ id: string; flagged: boolean; authorId: string; editorIds: string[] }[]> {
  const { rows } = await sql<{ id: string; flagged: boolean; authorId: string; editorIds: string[] }>`
    select id, flagged, author_id as "authorId", editor_ids as "editorIds" from question
    where tenant_id = ${tenantId} and organisation_id = ${organisationId} and state = 'draft'
      and import_id is not distinct from ${importId} and returned_reason is null
    order by id`.execute(trx);
  return rows;
}

/** Begins a review. */
export async function insertReview(
  trx: Transaction,
  tenantId: string,
  review: Batch & {
    id: string;
    flagged: readonly string[];
    sample: readonly string[];
    rest: readonly string[];
    openedBy: string;
    openedOn: string;
  },
): Promise<void> {
  await trx
    .insertInto('question_review')
    .values({
      tenant_id: tenantId,
      id: review.id,
      organisation_id: review.organisationId,
      import_id: review.importId,
      flagged: [...review.flagged],
      sample: [...review.sample],
      rest: [...review.rest],
      opened_by: review.openedBy,
      opened_on: review.openedOn,
    })
    .execute();
}

/** What was said in a review, of whichever version. */
export async function findVerdicts(trx: Transaction, tenantId: string, reviewId: string): Promise<Judged[]> {
  return trx
    .selectFrom('question_verdict')
    .select(['question_id as questionId', 'verdict', 'reason', 'version', 'judged_by as judgedBy'])
    .where('tenant_id', '=', tenantId)
    .where('review_id', '=', reviewId)
    .execute();
}

/** Says, or says anew, what becomes of a question. */
export async function upsertVerdict(
  trx: Transaction,
  tenantId: string,
  reviewId: string,
  { questionId, verdict, reason, version, judgedBy }: Judged,
): Promise<void> {
  const said = { verdict, reason, version, judged_by: judgedBy };
  await trx
    .insertInto('question_verdict')
    .values({ tenant_id: tenantId, review_id: reviewId, question_id: questionId, ...said })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'review_id', 'question_id']).doUpdateSet(said))
    .execute();
}

/** The questions of a review that are still drafts, with their versions. */
export async function findDraftVersions(
  trx: Transaction,
  tenantId: string,
  questionIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from question
    where tenant_id = ${tenantId} and id = any(${[...questionIds]}::uuid[]) and state = 'draft'`.execute(trx);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Holds the drafts until the transaction ends, so that nobody edits what is being passed. */
export async function lockDrafts(
  trx: Transaction,
  tenantId: string,
  questionIds: readonly string[],
): Promise<void> {
  await sql`select id from question where tenant_id = ${tenantId} and id = any(${[...questionIds]}::uuid[])
    order by id for update`.execute(trx);
}

/** Puts drafts into use: each by whoever judged it, in the version that was seen. Returns which. */
export async function passEach(
  trx: Transaction,
  tenantId: string,
  passed: readonly Judged[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update question q set state = 'reviewed', reviewer_id = said.judged_by, review_kind = 'each', version = q.version + 1
    from unnest(${passed.map((one) => one.questionId)}::uuid[], ${passed.map((one) => one.version)}::int[],
      ${passed.map((one) => one.judgedBy)}::uuid[]) said (id, version, judged_by)
    where q.tenant_id = ${tenantId} and q.id = said.id and q.version = said.version and q.state = 'draft'
    returning q.id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Puts the rest of a batch into use on the sample: what nobody has touched and `reviewerId` has not written. */
export async function passSampled(
  trx: Transaction,
  tenantId: string,
  { questionIds, reviewerId }: { questionIds: readonly string[]; reviewerId: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update question q set state = 'reviewed', reviewer_id = ${reviewerId}, review_kind = 'sampled', version = q.version + 1
    where q.tenant_id = ${tenantId} and q.id = any(${[...questionIds]}::uuid[]) and q.state = 'draft'
      and not q.flagged and q.returned_reason is null and q.author_id <> ${reviewerId}
      and not ${reviewerId} = any(q.editor_ids)
    returning q.id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Gives drafts back to whoever keeps them. */
export async function giveBack(
  trx: Transaction,
  tenantId: string,
  returned: readonly Judged[],
): Promise<void> {
  await sql`
    update question q set returned_reason = said.reason, flagged = true, version = q.version + 1
    from unnest(${returned.map((one) => one.questionId)}::uuid[], ${returned.map((one) => one.reason)}::text[])
      said (id, reason)
    where q.tenant_id = ${tenantId} and q.id = said.id and q.state = 'draft'`.execute(trx);
}

/** Retires what the questions have taken the place of. */
export async function retireReplaced(
  trx: Transaction,
  tenantId: string,
  questionIds: readonly string[],
): Promise<void> {
  await sql`
    update question old set state = 'retired', version = old.version + 1
    from question fresh
    where fresh.tenant_id = ${tenantId} and fresh.id = any(${[...questionIds]}::uuid[])
      and old.tenant_id = fresh.tenant_id and old.id = fresh.replaces_id and old.state = 'reviewed'`.execute(
    trx,
  );
}

/** Ends a review. */
export async function closeReviewRow(
  trx: Transaction,
  tenantId: string,
  reviewId: string,
  { state, by, on }: { state: 'passed' | 'returned'; by: string; on: string },
): Promise<void> {
  await trx
    .updateTable('question_review')
    .set((row) => ({ state, closed_by: by, closed_on: on, version: row('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', reviewId)
    .execute();
}
