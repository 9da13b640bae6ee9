import { sql } from 'kysely';
import { FEWEST_OTHERS, type ItemSums } from '../../../src/domain/quiz/analysis/discrimination';
import { FEWEST_ANALYSED, UPPER_SHARE } from '../../../src/domain/quiz/analysis/judgeItem';
import type { GivenAnswer } from '../../../src/domain/quiz/analysis/optionFigures';
import { FEWEST_PEOPLE } from '../../../src/domain/quiz/analysis/share';
import type { QuestionKey, QuestionKind } from '../../../src/domain/quiz/grade';
import type { Transaction } from '../../database/tenantTransaction';
import { type Counting, firstAnswers, toQuestions } from '../firstAnswerRepository';

/** What is known of a question whose figures are to be made anew: sums and counts, no person. */
export interface CountedQuestion {
  questionId: string;
  organisationId: string;
  type: QuestionKind;
  options: string[];
  key: QuestionKey;
  people: number;
  right: number;
  /** Over those who have answered enough other questions; null without any answer. */
  sums: ItemSums | null;
  /** Empty for blanks. */
  given: GivenAnswer[];
}

/**
 * Sums over the first answers to those of the questions that at least twenty people have answered, or that had figures,
 * and whose figures may be replaced (`mayReplace`). Needs the sums of all members (`addSums`). The upper group are the
 * best 27 % by their other answers, with all who are as good as the last of them.
 */
export async function countQuestions(
  trx: Transaction,
  counting: Counting,
  questionIds: readonly string[],
): Promise<CountedQuestion[]> {
  const { tenantId } = counting;
  const { rows } = await sql<CountedQuestion>`
    with first as materialized (${firstAnswers(counting, toQuestions(questionIds))}),
    due as (
      select f.question_id, count(*)::integer as people, (count(*) filter (where f.correct))::integer as right_people
      from first f group by f.question_id
    ), chosen as (
      select q.id, q.organisation_id, q.type, q.options, q.key, coalesce(due.people, 0) as people,
        coalesce(due.right_people, 0) as right_people
      from question q left join due on due.question_id = q.id
      left join question_figure told on told.tenant_id = q.tenant_id and told.question_id = q.id
      where q.tenant_id = ${tenantId} and q.id = any(${[...questionIds]}::uuid[])
        and (due.people >= ${FEWEST_ANALYSED} or told.question_id is not null)
        and abs(coalesce(due.people, 0) - coalesce(told.people, 0)) >= ${FEWEST_PEOPLE}
    ), rested as (
      select f.question_id, f.answer, f.correct, chosen.type <> 'blank' as has_options,
        case when person.given > ${FEWEST_OTHERS}
          then (person.right_ones - f.correct::integer)::float8 / (person.given - 1) end as rest
      from first f join chosen on chosen.id = f.question_id
      join answer_sum person on person.tenant_id = ${tenantId} and person.member_id = f.member_id
    ), placed as (
      select *, rank() over (partition by question_id order by rest desc nulls last) as place,
        count(rest) over (partition by question_id) as measured
      from rested
    ), sums as (
      select question_id, json_build_object('people', count(rest), 'right', count(rest) filter (where correct),
        'rest', coalesce(sum(rest), 0), 'restSquared', coalesce(sum(rest * rest), 0),
        'restOfRight', coalesce(sum(rest) filter (where correct), 0)) as sums
      from rested group by question_id
    ), answers as (
      select question_id, answer, count(*) as people,
        count(*) filter (where rest is not null and place <= ceil(${UPPER_SHARE}::numeric * measured)) as upper
      from placed where has_options group by question_id, answer
    ), given as (
      select question_id, json_agg(json_build_object('answer', answer, 'people', people, 'upper', upper)) as given
      from answers group by question_id
    )
    select chosen.id as "questionId", chosen.organisation_id as "organisationId", chosen.type, chosen.options,
      chosen.key, chosen.people, chosen.right_people as right, sums.sums, coalesce(given.given, '[]'::json) as given
    from chosen left join sums on sums.question_id = chosen.id left join given on given.question_id = chosen.id`.execute(
    trx,
  );
  return rows;
}

/** Figures of a question as they are kept. */
export interface StoredFigure {
  questionId: string;
  organisationId: string;
  people: number;
  difficulty: number;
  discrimination: number | null;
  urgency: number;
  options: { share: number; instead: boolean }[];
}

/** Writes figures in place of those of the same question. */
export async function storeFigures(
  trx: Transaction,
  tenantId: string,
  figures: readonly StoredFigure[],
): Promise<void> {
  await sql`
    insert into question_figure (tenant_id, question_id, organisation_id, people, difficulty, discrimination, urgency,
      options)
    select ${tenantId}::uuid, "questionId", "organisationId", people, difficulty, discrimination, urgency, options
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as f ("questionId" uuid, "organisationId" uuid,
      people integer, difficulty smallint, discrimination float8, urgency smallint, options jsonb)
    on conflict (tenant_id, question_id) do update set people = excluded.people, difficulty = excluded.difficulty,
      discrimination = excluded.discrimination, urgency = excluded.urgency, options = excluded.options`.execute(
    trx,
  );
}

/** Forgets the figures of these questions. */
export async function dropFigures(
  trx: Transaction,
  tenantId: string,
  questionIds: readonly string[],
): Promise<void> {
  await sql`
    delete from question_figure
    where tenant_id = ${tenantId} and question_id = any(${[...questionIds]}::uuid[])`.execute(trx);
}

/** Forgets what was said of questions that are out of use: nobody is asked them, and a correction begins at nothing. */
export async function dropOutOfUse(trx: Transaction, tenantId: string): Promise<void> {
  for (const table of ['question_figure', 'answer_share'] as const)
    await sql`
      delete from ${sql.table(table)} f using question q
      where f.tenant_id = ${tenantId} and q.tenant_id = f.tenant_id and q.id = f.question_id
        and q.state <> 'reviewed'`.execute(trx);
}

/**
 * Takes the night's work of a bureau: for one caller only, when not everything was computed on `today` and the last try is
 * over; else null. Nobody tries again before `nextTryAt`. `countedUpTo` is the question to which this night has come.
 */
export async function takeNight(
  trx: Transaction,
  { tenantId, today, now }: Counting,
  nextTryAt: Date,
): Promise<{ countedUpTo: string | null } | null> {
  const { rows } = await sql<{ countedUpTo: string | null }>`
    insert into figure_night (tenant_id, computed_on, next_try_at) values (${tenantId}, null, ${nextTryAt})
    on conflict (tenant_id) do update set next_try_at = excluded.next_try_at
      where figure_night.next_try_at <= ${now}
        and (figure_night.computed_on is null or figure_night.computed_on < ${today}::date)
    returning case when counted_on = ${today}::date then counted_up_to end as "countedUpTo"`.execute(trx);
  return rows[0] ?? null;
}

/** Notes that this night has come to `questionId`, and that it may go on at once. */
export async function noteCountedUpTo(
  trx: Transaction,
  { tenantId, today, now }: Counting,
  questionId: string,
): Promise<void> {
  await trx
    .updateTable('figure_night')
    .set({ counted_on: today, counted_up_to: questionId, next_try_at: now })
    .where('tenant_id', '=', tenantId)
    .execute();
}

/** Notes that everything was counted before `day`. */
export async function noteComputed(trx: Transaction, tenantId: string, day: string): Promise<void> {
  await trx.updateTable('figure_night').set({ computed_on: day }).where('tenant_id', '=', tenantId).execute();
}

/** Questions whose key is probably wrong and whose keepers do not know it yet. */
export async function findUntold(
  trx: Transaction,
  tenantId: string,
): Promise<{ questionId: string; stem: string; organisationId: string; organisationPath: string }[]> {
  return trx
    .selectFrom('question_figure as f')
    .innerJoin('question as q', (join) =>
      join.onRef('q.tenant_id', '=', 'f.tenant_id').onRef('q.id', '=', 'f.question_id'),
    )
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.tenant_id', '=', 'f.tenant_id').onRef('o.id', '=', 'f.organisation_id'),
    )
    .select(['f.question_id as questionId', 'q.stem', 'o.id as organisationId', 'o.path as organisationPath'])
    .where('f.tenant_id', '=', tenantId)
    .where('f.urgency', '=', 0)
    .where('f.told', '=', false)
    .where('q.state', '=', 'reviewed')
    .orderBy('f.question_id')
    .execute();
}

/** Notes that the keepers know of these questions. */
export async function noteToldOf(
  trx: Transaction,
  tenantId: string,
  questionIds: readonly string[],
): Promise<void> {
  await trx
    .updateTable('question_figure')
    .set({ told: true })
    .where('tenant_id', '=', tenantId)
    .where('question_id', 'in', [...questionIds])
    .execute();
}
