import { sql } from 'kysely';
import type { Difficulty, QuestionContent } from '../../../src/domain/quiz/bank/questionDraft';
import type { QuestionKind } from '../../../src/domain/quiz/grade';
import type { Transaction } from '../../database/tenantTransaction';
import { sealed } from '../askableRepository';
import type { QuestionState } from './questionRepository';

/** A row of the desk's list. */
export interface DeskQuestion {
  id: string;
  version: number;
  type: QuestionKind;
  stem: string;
  topic: string;
  difficulty: Difficulty | null;
  state: QuestionState;
  returned: boolean;
  checking: boolean;
  /** Of those that are checked. */
  changedLaw: { title: string; article: string; kind: 'amended' | 'repealed'; since: string } | null;
  authorId: string;
  editorIds: string[];
  expiresOn: string | null;
  demo: boolean;
}

/** What the desk's list is narrowed to. */
export interface DeskFilter {
  organisationId: string;
  topic?: string | undefined;
  type?: QuestionKind | undefined;
  state?: 'draft' | 'returned' | 'reviewed' | 'checking' | 'expired' | 'retired' | undefined;
  /** In the form of `questionForm`. */
  form?: string | undefined;
  importId?: string | undefined;
}

/** `today` decides what has expired. */
const stateConditions = (today: string) => ({
  draft: sql`q.state = 'draft' and q.returned_reason is null`,
  returned: sql`q.state = 'draft' and q.returned_reason is not null`,
  reviewed: sql`q.state = 'reviewed' and not q.checking and (q.expires_on is null or q.expires_on > ${today})`,
  checking: sql`q.state = 'reviewed' and q.checking`,
  expired: sql`q.state = 'reviewed' and not q.checking and q.expires_on <= ${today}`,
  retired: sql`q.state = 'retired'`,
});

/** A page of questions, newest first. */
export async function findDeskQuestions(
  trx: Transaction,
  tenantId: string,
  filter: DeskFilter,
  { after, limit, today }: { after: string | null; limit: number; today: string },
): Promise<DeskQuestion[]> {
  const { organisationId, topic, type, state, form, importId } = filter;
  const { rows } = await sql<DeskQuestion>`
    select q.id, q.version, q.type, q.stem, q.topic, q.difficulty, q.state, q.checking, q.demo,
      q.expires_on as "expiresOn", q.returned_reason is not null as returned, q.author_id as "authorId",
      q.editor_ids as "editorIds",
      case when q.checking and c.id is not null then jsonb_build_object('title', c.title, 'article',
        q.source->>'article', 'kind', c.kind, 'since', c.since) end as "changedLaw"
    from question q
    left join law_change c on c.tenant_id = q.tenant_id and c.id = q.law_change_id
    where q.tenant_id = ${tenantId} and q.organisation_id = ${organisationId}
      ${topic === undefined ? sql`` : sql`and q.topic = ${topic}`}
      ${type === undefined ? sql`` : sql`and q.type = ${type}`}
      ${state === undefined ? sql`` : sql`and ${stateConditions(today)[state]}`}
      ${form === undefined ? sql`` : sql`and strpos(q.plain, ${form}) > 0`}
      ${importId === undefined ? sql`` : sql`and q.import_id = ${importId}`}
      ${after === null ? sql`` : sql`and q.id < ${after}`}
    order by q.id desc limit ${limit}`.execute(trx);
  return rows;
}

/** How many questions an organisation has in each state. */
export interface DeskOverview {
  topics: { topic: string; size: number }[];
  found: Record<'draft' | 'returned' | 'reviewed' | 'checking' | 'expired' | 'retired', number>;
}

/** Topics of what is not retired, the largest first, and how many questions there are in each state. */
export async function findOverview(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  { today, mostTopics }: { today: string; mostTopics: number },
): Promise<DeskOverview> {
  const is = stateConditions(today);
  const { rows } = await sql<DeskOverview['found'] & { topic: string; size: number }>`
    select q.topic, count(*) filter (where q.state <> 'retired')::int as size,
      count(*) filter (where ${is.draft})::int as draft, count(*) filter (where ${is.returned})::int as returned,
      count(*) filter (where ${is.reviewed})::int as reviewed, count(*) filter (where ${is.checking})::int as checking,
      count(*) filter (where ${is.expired})::int as expired, count(*) filter (where ${is.retired})::int as retired
    from question q where q.tenant_id = ${tenantId} and q.organisation_id = ${organisationId}
    group by q.topic order by size desc, q.topic`.execute(trx);
  const sum = (state: keyof DeskOverview['found']) => rows.reduce((all, row) => all + row[state], 0);
  return {
    topics: rows
      .filter(({ size }) => size > 0)
      .slice(0, mostTopics)
      .map(({ topic, size }) => ({ topic, size })),
    found: {
      draft: sum('draft'),
      returned: sum('returned'),
      reviewed: sum('reviewed'),
      checking: sum('checking'),
      expired: sum('expired'),
      retired: sum('retired'),
    },
  };
}

/** Reviewed questions in use that are on no paper still to be answered, oldest first, behind `after`. */
export async function findToExport(
  trx: Transaction,
  tenantId: string,
  of: {
    organisationId: string;
    topic: string | null;
    after: string | null;
    limit: number;
    today: string;
    now: Date;
  },
): Promise<(QuestionContent & { id: string })[]> {
  const { rows } = await sql<QuestionContent & { id: string }>`
    select q.id, q.type, q.stem, q.options, q.key, q.explanation, q.source, q.topic, q.difficulty
    from question q
    where q.tenant_id = ${tenantId} and q.organisation_id = ${of.organisationId} and q.state = 'reviewed'
      and (q.expires_on is null or q.expires_on > ${of.today}) and not ${sealed({ tenantId, now: of.now })}
      ${of.topic === null ? sql`` : sql`and q.topic = ${of.topic}`}
      ${of.after === null ? sql`` : sql`and q.id > ${of.after}`}
    order by q.id limit ${of.limit}`.execute(trx);
  return rows;
}
