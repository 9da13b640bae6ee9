import { sql } from 'kysely';
import type { Share } from '../../../src/domain/quiz/analysis/share';
import type { QuestionKind } from '../../../src/domain/quiz/grade';
import type { Transaction } from '../../database/tenantTransaction';
import { inForce, sealed } from '../askableRepository';
import { type Counting, firstAnswers, toQuestions } from '../firstAnswerRepository';

/** How many people of an organisation have answered a question for the first time in practice, and were right. */
export interface BranchAnswers {
  organisationId: string;
  questionId: string;
  people: number;
  right: number;
  /** Of the share that stands; 0 without one. */
  before: number;
}

/**
 * The first answers in practice to these questions, by the organisation to which people belonged of right on the day of
 * their answer, together with every share that stands. An answer counts in one organisation only, so no two of them
 * overlap; what was first answered on a paper counts in that paper's shares alone.
 */
export async function countBranchAnswers(
  trx: Transaction,
  counting: Counting,
  questionIds: readonly string[],
): Promise<BranchAnswers[]> {
  const { tenantId } = counting;
  const { rows } = await sql<BranchAnswers>`
    with home as (
      select member_id, organisation_id, from_day, coalesce(least(to_day, (lead(from_day) over
          (partition by member_id order by from_day, id)) - 1), 'infinity'::date) as until_day
      from affiliation where tenant_id = ${tenantId} and kind = 'formal'
    ), given as (
      select home.organisation_id, first.question_id, count(*)::integer as people,
        (count(*) filter (where first.correct))::integer as right_people
      from (${firstAnswers(counting, toQuestions(questionIds))}) first
      join home on home.member_id = first.member_id and first.day between home.from_day and home.until_day
      where not first.on_paper
      group by home.organisation_id, first.question_id
    )
    select coalesce(given.organisation_id, told.organisation_id) as "organisationId",
      coalesce(given.question_id, told.question_id) as "questionId", coalesce(given.people, 0) as people,
      coalesce(given.right_people, 0) as right, coalesce(told.people, 0) as before
    from given
    full join (select * from answer_share where tenant_id = ${tenantId}
      and question_id = any(${[...questionIds]}::uuid[])) told
      on told.organisation_id = given.organisation_id and told.question_id = given.question_id`.execute(trx);
  return rows;
}

/** Writes shares in place of those of the same organisation and question; null takes one away. */
export async function storeShares(
  trx: Transaction,
  tenantId: string,
  shares: readonly { organisationId: string; questionId: string; people: number; share: Share | null }[],
): Promise<void> {
  const gone = shares.filter(({ share }) => share === null);
  await sql`
    delete from answer_share s using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb)
      as g ("organisationId" uuid, "questionId" uuid)
    where s.tenant_id = ${tenantId} and s.organisation_id = g."organisationId" and s.question_id = g."questionId"`.execute(
    trx,
  );
  const told = shares.flatMap(({ share, ...one }) => (share === null ? [] : [{ ...one, ...share }]));
  await sql`
    insert into answer_share (tenant_id, organisation_id, question_id, people, share, bound)
    select ${tenantId}::uuid, "organisationId", "questionId", people, share, bound
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      as s ("organisationId" uuid, "questionId" uuid, people integer, share smallint, bound text)
    on conflict (tenant_id, organisation_id, question_id)
      do update set people = excluded.people, share = excluded.share, bound = excluded.bound`.execute(trx);
}

/** A question with the share that its branch may see. */
export interface SharedQuestion extends Share {
  questionId: string;
  stem: string;
  type: QuestionKind;
  topic: string;
}

/** Where a list of shares goes on. */
export interface ShareCursor {
  share: number;
  questionId: string;
}

/** Questions (`q`) whose stems may be shown: in force, and on no paper that is still to be answered. */
const usable = ({ tenantId, today, now }: Counting) =>
  sql`${inForce(today)} and not ${sealed({ tenantId, now })}`;

/** The branch's shares, lowest first, behind `from`, at most `limit`. */
export async function findShares(
  trx: Transaction,
  counting: Counting,
  { organisationId, from, limit }: { organisationId: string; from: ShareCursor | null; limit: number },
): Promise<SharedQuestion[]> {
  const { rows } = await sql<SharedQuestion>`
    select s.question_id as "questionId", q.stem, q.type, q.topic, s.share, s.bound
    from answer_share s join question q on q.tenant_id = s.tenant_id and q.id = s.question_id
    where s.tenant_id = ${counting.tenantId} and s.organisation_id = ${organisationId} and ${usable(counting)}
      ${from === null ? sql`` : sql`and (s.share, s.question_id) > (${from.share}, ${from.questionId}::uuid)`}
    order by s.share, s.question_id limit ${limit}`.execute(trx);
  return rows;
}

/** The shares that the questions of each topic show. */
export async function findTopicShares(
  trx: Transaction,
  counting: Counting,
  organisationId: string,
): Promise<{ topic: string; shown: Share[] }[]> {
  const { rows } = await sql<{ topic: string; shown: Share[] }>`
    select q.topic, json_agg(json_build_object('share', s.share, 'bound', s.bound)) as shown
    from answer_share s join question q on q.tenant_id = s.tenant_id and q.id = s.question_id
    where s.tenant_id = ${counting.tenantId} and s.organisation_id = ${organisationId} and ${usable(counting)}
    group by q.topic order by q.topic`.execute(trx);
  return rows;
}
