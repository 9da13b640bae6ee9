import { addDays, shanghaiDay } from '../../src/domain/calendar/shanghai';
import { layingBulk } from './layingBulk';
import type { Stage } from './stage';

/** People of one branch. */
const BRANCH = 40;
/** A set is answered as a whole. */
const SET = 5;

/**
 * Brings a bureau to `people` members in branches of forty, each with `each` graded answers in sets of five to questions
 * of the bank on the days before today: who comes later in the list knows more, and one question in fifty has a key that
 * only those choose who know nothing.
 */
export async function growAnswers(stage: Stage, people: number, each: number): Promise<void> {
  const first = addDays(shanghaiDay(stage.ports.clock.now()), -each);
  await layingBulk(stage, async (client) => {
    const { tenantId, committeeId } = stage;
    await client.query(
      `insert into organisation (tenant_id, id, name, level, parent_id, path)
       select $1, id, '测量支部', 'branch', $2::uuid, '/' || $2::uuid || '/' || id || '/'
       from (select gen_random_uuid() as id from generate_series(1, $3::int)) made`,
      [tenantId, committeeId, Math.ceil(people / BRANCH)],
    );
    await client.query(
      `insert into member (tenant_id, id, number, name, kind)
       select $1, gen_random_uuid(), 'g' || n, '测量' || n, 'full' from generate_series(1, $2::int) n`,
      [tenantId, people - stage.members.length],
    );
    await client.query('analyze member, organisation');
    await client.query(
      `insert into affiliation (tenant_id, id, member_id, organisation_id, kind, from_day)
       select $1, gen_random_uuid(), m.id, o.id, 'formal', '2020-01-01'
       from (select id, row_number() over (order by id) as n from member) m
       join (select id, row_number() over (order by id) as n from organisation where name = '测量支部') o
         on o.n = 1 + m.n / $2::int
       where not exists (select 1 from affiliation a where a.tenant_id = $1 and a.member_id = m.id)`,
      [tenantId, BRANCH],
    );
    await client.query(
      `insert into quiz_run (tenant_id, id, member_id, mode, label, question_ids, opened_on)
       select $1, gen_random_uuid(), m.id, 'dailyFive', ($2::date + day)::text, array[m.id], $2::date + day
       from member m cross join generate_series(0, $3::int - 1, $4::int) day`,
      [tenantId, first, each, SET],
    );
    await client.query('analyze quiz_run, affiliation');
    await client.query(
      `with bank as (select id, row_number() over (order by id) - 1 as n, count(*) over () as size from question),
       person as (select id, row_number() over (order by id) as n, percent_rank() over (order by id) as able from member),
       given as (
         select r.id as run_id, r.member_id, r.opened_on, p.able, p.n as who, slot,
           (p.n * 7919 + (r.opened_on - $2::date) / $3::int * $3 * 31 + slot * 37) % bank.size as at
         from quiz_run r join person p on p.id = r.member_id cross join generate_series(0, $3 - 1) slot
         cross join (select size from bank limit 1) bank
       ), graded as (
         select given.*, bank.id as question_id,
           (case when bank.n % 50 = 0 then 0.8 - given.able else 0.2 + 0.7 * given.able end)
             > (hashtext(given.who || '/' || bank.n)::bigint + 2147483648) / 4294967296.0 as correct
         from given join bank on bank.n = given.at
       )
       insert into run_answer (tenant_id, member_id, run_id, question_id, answer, correct, day)
       select $1, member_id, run_id, question_id,
         case when correct then '[1]' when who % 5 = 0 then '[0]' else '[2]' end::jsonb, correct, opened_on
       from graded on conflict do nothing`,
      [tenantId, first, SET],
    );
    await client.query('analyze run_answer');
  });
}
