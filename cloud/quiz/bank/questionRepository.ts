import { sql } from 'kysely';
import type { BankForm } from '../../../src/domain/quiz/bank/findTwins';
import type { QuestionContent } from '../../../src/domain/quiz/bank/questionDraft';
import type { Transaction } from '../../database/tenantTransaction';
import type { JudgedQuestion } from '../../policies/bank';

export type QuestionState = 'draft' | 'reviewed' | 'retired';

/** A question of the bank with everything that verdicts on it need. */
export interface BankQuestion extends QuestionContent, JudgedQuestion {
  id: string;
  version: number;
  state: QuestionState;
  organisationName: string;
  expiresOn: string | null;
  replacesId: string | null;
  importId: string | null;
  /** Names of the files of its import. */
  importedFrom: string[] | null;
  reviewKind: 'each' | 'sampled' | null;
  flagged: boolean;
  returnedReason: string | null;
  demo: boolean;
  lawChange: { title: string; kind: 'amended' | 'repealed'; since: string } | null;
}

/** A draft to be stored. */
export interface NewQuestion extends QuestionContent {
  id: string;
  organisationId: string;
  authorId: string;
  plain: string;
  flagged: boolean;
  importId: string | null;
  replacesId: string | null;
  expiresOn: string | null;
  demo: boolean;
}

/** Questions written by one statement. */
const CHUNK = 1000;

/** Whoever brings questions into an organisation's bank waits here for the others, so that nothing comes in twice. */
export async function lockBank(trx: Transaction, tenantId: string, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bank|${tenantId}|${organisationId}`}, 0))`.execute(
    trx,
  );
}

/** Stores drafts. */
export async function insertDrafts(
  trx: Transaction,
  tenantId: string,
  questions: readonly NewQuestion[],
): Promise<void> {
  for (let from = 0; from < questions.length; from += CHUNK) {
    const rows = JSON.stringify(questions.slice(from, from + CHUNK));
    await sql`
      insert into question (tenant_id, id, organisation_id, type, stem, options, key, explanation, source, topic,
        difficulty, expires_on, replaces_id, import_id, flagged, plain, demo, author_id)
      select ${tenantId}, id, "organisationId", type, stem, options, key, explanation, source, topic, difficulty,
        "expiresOn", "replacesId", "importId", flagged, plain, demo, "authorId"
      from jsonb_to_recordset(${rows}::jsonb) as q (id uuid, "organisationId" uuid, type text, stem text, options jsonb,
        key jsonb, explanation text, source jsonb, topic text, difficulty text, "expiresOn" date, "replacesId" uuid,
        "importId" uuid, flagged boolean, plain text, demo boolean, "authorId" uuid)`.execute(trx);
  }
}

const content = sql`q.type, q.stem, q.options, q.key, q.explanation, q.source, q.topic, q.difficulty`;

/** One question of the bureau in whatever state, or null; with `lock` nobody else changes it meanwhile. */
export async function findBankQuestion(
  trx: Transaction,
  tenantId: string,
  questionId: string,
  { lock = false } = {},
): Promise<BankQuestion | null> {
  const [question] = await findBankQuestions(trx, tenantId, [questionId], { lock });
  return question ?? null;
}

/** Those of the questions that the bureau has, by their ids. */
export async function findBankQuestions(
  trx: Transaction,
  tenantId: string,
  questionIds: readonly string[],
  { lock = false } = {},
): Promise<BankQuestion[]> {
  const { rows } = await sql<BankQuestion>`
    select q.id, q.version, q.state, ${content}, q.organisation_id as "organisationId",
      o.path as "organisationPath", o.name as "organisationName", q.author_id as "authorId",
      q.editor_ids as "editorIds", q.expires_on as "expiresOn", q.replaces_id as "replacesId",
      q.import_id as "importId", q.review_kind as "reviewKind", q.flagged, q.returned_reason as "returnedReason",
      q.demo, case when i.id is null then null else jsonb_path_query_array(i.files, '$[*].name') end as "importedFrom",
      case when c.id is null then null
        else jsonb_build_object('title', c.title, 'kind', c.kind, 'since', c.since) end as "lawChange"
    from question q
    join organisation o on o.tenant_id = q.tenant_id and o.id = q.organisation_id
    left join bank_import i on i.tenant_id = q.tenant_id and i.id = q.import_id
    left join law_change c on c.tenant_id = q.tenant_id and c.id = q.law_change_id
    where q.tenant_id = ${tenantId} and q.id = any(${[...questionIds]}::uuid[])
    order by q.id
    ${lock ? sql`for update of q` : sql``}`.execute(trx);
  return rows;
}

/** Changes a draft of the version that was seen; the new version, or null when it is another by now. */
export async function updateDraft(
  trx: Transaction,
  tenantId: string,
  seen: { id: string; version: number },
  to: QuestionContent & { plain: string; expiresOn: string | null; editorIds: readonly string[] },
): Promise<number | null> {
  const row = await trx
    .updateTable('question')
    .set((old) => ({
      type: to.type,
      stem: to.stem,
      options: JSON.stringify(to.options),
      key: JSON.stringify(to.key),
      explanation: to.explanation,
      source: JSON.stringify(to.source),
      topic: to.topic,
      difficulty: to.difficulty,
      plain: to.plain,
      expires_on: to.expiresOn,
      editor_ids: [...to.editorIds],
      // A hand has touched it: the second person sees it by itself.
      flagged: true,
      returned_reason: null,
      version: old('version', '+', 1),
    }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where('state', '=', 'draft')
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/** Takes a question out of use now, or has it expire on a day; the new version, or null when it is another by now. */
export async function retire(
  trx: Transaction,
  tenantId: string,
  seen: { id: string; version: number },
  expiresOn: string | null,
): Promise<number | null> {
  const row = await trx
    .updateTable('question')
    .set((old) => ({
      version: old('version', '+', 1),
      ...(expiresOn === null ? { state: 'retired' as const } : { expires_on: expiresOn }),
    }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where('state', '<>', 'retired')
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/** A question in its form, with what its key says. */
export interface SameQuestion extends Pick<QuestionContent, 'type' | 'options' | 'key'> {
  id: string;
  state: QuestionState;
  plain: string;
}

/** Questions of the organisations with one of those forms, that are not retired. */
export async function findSameForms(
  trx: Transaction,
  tenantId: string,
  organisationIds: readonly string[],
  forms: readonly string[],
): Promise<SameQuestion[]> {
  const { rows } = await sql<SameQuestion>`
    select q.id, q.state, q.plain, q.type, q.options, q.key from question q
    where q.tenant_id = ${tenantId} and q.state <> 'retired' and q.plain = any(${[...forms]}::text[])
      and md5(q.plain) = any(select md5(form) from unnest(${[...forms]}::text[]) form)
      and q.organisation_id = any(${[...organisationIds]}::uuid[])
    order by q.id`.execute(trx);
  return rows;
}

/** The newest `limit` questions of the organisations in their forms, that are not retired. */
export async function findForms(
  trx: Transaction,
  tenantId: string,
  organisationIds: readonly string[],
  limit: number,
): Promise<BankForm[]> {
  const { rows } = await sql<BankForm>`
    select q.id, q.plain as form from question q
    where q.tenant_id = ${tenantId} and q.state <> 'retired'
      and q.organisation_id = any(${[...organisationIds]}::uuid[])
    order by q.id desc limit ${limit}`.execute(trx);
  return rows;
}

/** A correction of the question that somebody is writing, or null. */
export async function findCorrection(
  trx: Transaction,
  tenantId: string,
  questionId: string,
): Promise<string | null> {
  const row = await trx
    .selectFrom('question')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('replaces_id', '=', questionId)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What a question corrects, newest first, and what has taken its place; at most `limit` each way. */
export async function findHistory(
  trx: Transaction,
  tenantId: string,
  questionId: string,
  limit: number,
): Promise<{ id: string; state: QuestionState; stem: string; isNewer: boolean }[]> {
  const { rows } = await sql<{ id: string; state: QuestionState; stem: string; isNewer: boolean }>`
    with recursive older as (
      select replaces_id as id, 1 as step from question
      where tenant_id = ${tenantId} and id = ${questionId} and replaces_id is not null
      union all
      select q.replaces_id, step + 1 from older join question q on q.tenant_id = ${tenantId} and q.id = older.id
      where q.replaces_id is not null and step < ${limit}
    ), newer as (
      select id, 1 as step from question
      where tenant_id = ${tenantId} and replaces_id = ${questionId} and state <> 'draft'
      union all
      select q.id, step + 1 from newer join question q on q.tenant_id = ${tenantId} and q.replaces_id = newer.id
      where q.state <> 'draft' and step < ${limit}
    )
    select q.id, q.state, q.stem, found."isNewer" from (
      select id, step, true as "isNewer" from newer union all select id, step, false from older
    ) found join question q on q.tenant_id = ${tenantId} and q.id = found.id
    order by found."isNewer" desc, case when found."isNewer" then -step else step end`.execute(trx);
  return rows;
}

/** Writes that questions were compared with the version of `versionOn` on `today`. */
export async function settle(
  trx: Transaction,
  tenantId: string,
  questionIds: readonly string[],
  { versionOn, today }: { versionOn: string; today: string },
): Promise<void> {
  await sql`
    update question set law_change_id = null, version = version + 1,
      source = source || jsonb_build_object('versionOn', ${versionOn}::text, 'checkedOn', ${today}::text)
    where tenant_id = ${tenantId} and id = any(${[...questionIds]}::uuid[])`.execute(trx);
}

/** Deletes the questions of an import; answers hold their questions, and the database refuses. */
export async function deleteImported(trx: Transaction, tenantId: string, importId: string): Promise<void> {
  await trx
    .deleteFrom('question')
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .execute();
}
