import { sql } from 'kysely';
import { Client } from 'pg';
import { createTestBureau, type TestWorld } from '../../testing/bureau';
import { plansOf } from '../../testing/plansOf';
import { askingOf } from '../askableRepository';
import { findCandidates, findDue, findMistakes, findTopics } from './pickRepository';
import { findWrongBook } from './reviewRepository';
import { findAsked, findNewestRun, findRun, findRunQuestions, takeOverdueExams } from './runRepository';

const today = '2026-11-23';
const QUESTIONS = 8000;
const PEOPLE = 300;

let world: TestWorld;
let runId = '';
let questionId = '';
beforeAll(async () => {
  world = await createTestBureau();
  await fill();
}, 120_000);
afterAll(() => world.close());

/** A bank of a few thousand questions, most of them of another branch, and a hundred cards and sixty sets of everybody. */
async function fill(): Promise<void> {
  const { tenantId, members, organisations, database } = world;
  // A connection of its own: the program's gives up after seconds, and its plans are those of empty tables.
  const client = new Client({ connectionString: database.appUrl });
  await client.connect();
  await client.query('set statement_timeout = 0');
  await client.query("select set_config('app.tenant', $1, false)", [tenantId]);
  const learn = (tables: string) => database.owner.pool.query(`analyze ${tables}`);
  await client.query(
    `insert into question (tenant_id, id, organisation_id, type, stem, options, key, explanation, source, topic, state,
       author_id, reviewer_id, review_kind, plain)
     select $1, gen_random_uuid(), case when n <= 600 then $2::uuid else $3::uuid end, 'single', '题' || n, '["甲","乙"]', '[1]',
       '因为', '{}', '专题' || n % 20, 'reviewed', $4, $5, 'each', '题' || n
     from generate_series(1, $6::int) n`,
    [
      tenantId,
      organisations.committee,
      organisations.sibling,
      members.committeeOfficer,
      members.committeeSecretary,
      QUESTIONS,
    ],
  );
  await client.query(
    `insert into member (tenant_id, id, number, name, kind)
     select $1, gen_random_uuid(), 'p' || n, '人' || n, 'full' from generate_series(1, $2::int) n`,
    [tenantId, PEOPLE],
  );
  await learn('member, question');
  await client.query(
    `insert into review_card (tenant_id, member_id, question_id, stability, difficulty, last_on, due_on, wrong)
     select $1, m.id, asked.id, 3, 5, $2::date - asked.number, $2::date + 40 - asked.number, asked.number % 5 = 0
     from member m cross join (select id, row_number() over (order by id)::int as number from question
       where organisation_id = $3) asked where asked.number <= 100`,
    [tenantId, today, organisations.committee],
  );
  await client.query(
    `insert into quiz_run (tenant_id, id, member_id, mode, label, question_ids, opened_on)
     select $1, gen_random_uuid(), m.id, 'dailyFive', ($2::date - past)::text,
       (select array_agg(id) from (select id from question where organisation_id = $3 order by id limit 10) ten),
       $2::date - past
     from member m, generate_series(0, 59) past`,
    [tenantId, today, organisations.committee],
  );
  await learn('quiz_run');
  await client.query(
    `insert into run_answer (tenant_id, member_id, run_id, question_id, answer, correct, day)
     select r.tenant_id, r.member_id, r.id, pick.id, '[1]', true, r.opened_on
     from quiz_run r cross join lateral unnest(r.question_ids[1:5]) pick (id)`,
  );
  // Ten years of papers, ten of them open.
  await client.query(
    `insert into paper (tenant_id, id, organisation_id, title, state, way, opens_at, closes_at, sealed_until, author_id,
       published_by)
     select $1, gen_random_uuid(), $2, '卷' || n, 'published', 'phones', at, at + interval '1 day', at + interval '1 day',
       $3, $3
     from (select n, case when n <= 10 then now() + interval '10 years' else now() - interval '20 years' end as at
       from generate_series(1, 2000) n) papers`,
    [tenantId, organisations.committee, members.committeeOfficer],
  );
  await client.query(
    `insert into paper_question (tenant_id, paper_id, number, question_id)
     select p.tenant_id, p.id, asked.number, asked.id
     from (select tenant_id, id, row_number() over (order by closes_at desc, id) as place from paper) p
     cross join lateral (select id, row_number() over (order by id) as number from question
       where organisation_id = $1 order by id limit 20 offset 110 + p.place % 400) asked`,
    [organisations.committee],
  );
  await client.query(
    `insert into paper_seal (tenant_id, paper_id, question_id)
     select tenant_id, paper_id, question_id from paper_question`,
  );
  await client.end();
  await learn('run_answer, review_card, paper, paper_question, paper_seal');
  await world.asActor('member', async ({ trx, actor }) => {
    const run = await findNewestRun(trx, actor, { mode: 'dailyFive', label: today });
    runId = run?.id ?? '';
    questionId = run?.questionIds[0] ?? '';
  });
}

const oneOf = /Seq Scan on (quiz_run|run_answer|review_card|paper|paper_seal)\b/;

describe('what practice waits for', () => {
  it.each<[string, Parameters<typeof plan>[0], RegExp]>([
    ['one set', (trx, asking) => findRun(trx, asking, runId), /quiz_run_pkey/],
    [
      'the newest attempt at a set',
      (trx, asking) => findNewestRun(trx, asking, { mode: 'dailyFive', label: today }),
      /quiz_run_tenant_id_member_id_mode_label_attempt_key/,
    ],
    ['the questions of a set', (trx, asking) => findRunQuestions(trx, asking, runId), /run_answer_pkey/],
    [
      'the question that an answer is for',
      (trx, asking) => findAsked(trx, asking, { runId }, questionId),
      /question_pkey/,
    ],
    [
      'the same by its day, as older builds ask',
      (trx, asking) => findAsked(trx, asking, { day: today }, questionId),
      /quiz_run_tenant_id_member_id_mode_label_attempt_key/,
    ],
    ['what is due', (trx, asking) => findDue(trx, asking, 11), /review_card_(due|pkey)/],
    ['mistakes', (trx, asking) => findMistakes(trx, asking, 10), /review_card_(wrong|pkey)/],
    [
      'the wrong book',
      (trx, asking) => findWrongBook(trx, asking, { after: null, limit: 21 }),
      /review_card_(wrong|pkey)/,
    ],
    [
      'what a set of five is picked from',
      (trx, asking) => findCandidates(trx, asking, { size: 5, seed: 'x', topic: null }),
      /question_(in_use|on_desk)/,
    ],
    [
      'a topic’s set',
      (trx, asking) => findCandidates(trx, asking, { size: 10, seed: 'x', topic: '专题3' }),
      /question_(in_use|on_desk)/,
    ],
    ['topics', (trx, asking) => findTopics(trx, asking), /question_(in_use|on_desk)/],
    [
      'exams whose time is over',
      (trx, { tenantId }) => takeOverdueExams(trx, tenantId, { before: new Date(), limit: 200 }),
      /quiz_run_deadline/,
    ],
  ])('comes through its index: %s', async (_what, run, index) => {
    const [first = '', ...more] = await plan(run);
    expect(more).toEqual([]);
    expect(first).toMatch(index);
    expect(first).not.toMatch(oneOf);
  });

  it('leaves others alone: a member’s due questions are found among a hundred cards of each of hundreds', async () => {
    await world.asActor('member', async ({ trx, actor, now }) => {
      const before = await readsOf(trx);
      expect(await findDue(trx, askingOf(actor, now), 11)).toHaveLength(11);
      expect((await readsOf(trx)) - before).toBeLessThanOrEqual(110);
    });
  });
});

type Context = Parameters<Parameters<TestWorld['asActor']>[1]>[0];

function plan(run: (trx: Context['trx'], asking: ReturnType<typeof askingOf>) => Promise<unknown>) {
  return world.asActor('member', ({ trx, actor, now }) =>
    plansOf(trx, (recorded) => run(recorded, askingOf(actor, now))),
  );
}

/** How many cards this transaction has fetched. */
async function readsOf(trx: Context['trx']): Promise<number> {
  const { rows } = await sql<{ fetched: number }>`
    select (coalesce(idx_tup_fetch, 0) + seq_tup_read)::int as fetched from pg_stat_xact_user_tables
    where relname = 'review_card'`.execute(trx);
  return rows[0]?.fetched ?? 0;
}
