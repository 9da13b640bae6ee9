import { type RawBuilder, sql } from 'kysely';

/** Which answers count: of which bureau, before which day (`YYYY-MM-DD`), at which instant papers are closed. */
export interface Counting {
  tenantId: string;
  today: string;
  now: Date;
}

/**
 * The first graded answer of each member to each question, on days before today: question_id, member_id, answer, correct,
 * day, on_paper; of the answers `a` that are in `share` of the work. Answers on a paper count once it is closed; what was
 * answered on one that was taken back never does. Of two on one day the set that was opened first has it.
 */
export function firstAnswers(
  { tenantId, today, now }: Counting,
  share: RawBuilder<boolean>,
): RawBuilder<unknown> {
  return sql`select distinct on (a.question_id, a.member_id) a.question_id, a.member_id, a.answer, a.correct, a.day,
      sat.id is not null as on_paper
    from run_answer a
    left join (
      select r.id, p.id is not null as closed from quiz_run r
      left join paper p on p.tenant_id = r.tenant_id and p.id::text = r.label and p.state = 'published'
        and p.sealed_until <= ${now}
      where r.tenant_id = ${tenantId} and r.mode = 'paper'
    ) sat on sat.id = a.run_id
    where a.tenant_id = ${tenantId} and a.correct is not null and a.day < ${today}::date
      and (sat.id is null or sat.closed) and ${share}
    order by a.question_id, a.member_id, a.day, a.run_id`;
}

/** The answers to these questions. */
export function toQuestions(questionIds: readonly string[]): RawBuilder<boolean> {
  return sql`a.question_id = any(${[...questionIds]}::uuid[])`;
}

/** The answers of members in the order of their ids: behind `after` (null: from the first on), up to `upTo` (null: to the last). */
export function ofMembers({
  after,
  upTo,
}: {
  after: string | null;
  upTo: string | null;
}): RawBuilder<boolean> {
  return sql`${after === null ? sql`true` : sql`a.member_id > ${after}::uuid`}
      and ${upTo === null ? sql`true` : sql`a.member_id <= ${upTo}::uuid`}`;
}
