import { Client } from 'pg';
import type { Transaction } from '../../database/tenantTransaction';
import { createTestBureau, type TestWorld } from '../../testing/bureau';
import { plansOf } from '../../testing/plansOf';
import type { Counting } from '../firstAnswerRepository';
import { countItems, findDots, findItems, findItemTopics } from './itemRepository';
import { findShares, findTopicShares } from './shareRepository';

const QUESTIONS = 8000;
const BRANCHES = 60;

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
  await fill();
}, 120_000);
afterAll(() => world.close());

/** A bureau of many branches that each have shares of some hundred questions, and figures of several banks. */
async function fill(): Promise<void> {
  const { tenantId, members, organisations, database } = world;
  const client = new Client({ connectionString: database.appUrl });
  await client.connect();
  await client.query(`set statement_timeout = 0; select set_config('app.tenant', '${tenantId}', false)`);
  await client.query(
    `insert into organisation (tenant_id, id, name, level, parent_id, path)
     select $1, id, '支部', 'branch', $2::uuid, '/' || $2::uuid || '/' || id || '/'
     from (select gen_random_uuid() as id from generate_series(1, $3::int)) made`,
    [tenantId, organisations.committee, BRANCHES],
  );
  await client.query(
    `insert into question (tenant_id, id, organisation_id, type, stem, options, key, explanation, source, topic, state,
       author_id, reviewer_id, review_kind, plain)
     select $1, gen_random_uuid(), case when n <= 600 then $2::uuid else $3::uuid end, 'single', '题' || n, '["甲","乙"]',
       '[1]', '因为', '{}', '专题' || n % 20, 'reviewed', $4, $5, 'each', '题' || n
     from generate_series(1, $6::int) n`,
    [
      tenantId,
      organisations.branch,
      organisations.sibling,
      members.committeeOfficer,
      members.committeeSecretary,
      QUESTIONS,
    ],
  );
  await client.query(
    `insert into answer_share (tenant_id, organisation_id, question_id, people, share, bound)
     select $1, o.id, q.id, 10, 20 * (1 + q.n % 4), null
     from organisation o cross join (select id, row_number() over (order by id) as n from question) q
     where q.n % 20 = 0`,
    [tenantId],
  );
  await client.query(
    `insert into question_figure (tenant_id, question_id, organisation_id, people, difficulty, discrimination, urgency, options)
     select $1, id, organisation_id, 40, 50, 0.3, length(stem) % 5, '[]' from question`,
    [tenantId],
  );
  await client.end();
  await database.owner.pool.query('analyze organisation, question, answer_share, question_figure');
}

/** The plan of what a screen waits for, by name. */
const planOf = (run: (trx: Transaction, counting: Counting) => Promise<unknown>) =>
  world.asActor('secretary', async ({ trx, actor, now }) => {
    const counting = { tenantId: actor.tenantId, today: actor.today, now };
    return (await plansOf(trx, (recorded) => run(recorded, counting))).join('\n');
  });

describe('what the screens of item analysis wait for', () => {
  const organisationId = () => world.organisations.branch;
  const filter = (more = {}) => ({
    organisationId: organisationId(),
    isSuspect: false,
    topic: null,
    ...more,
  });
  const middle = '80000000-0000-4000-8000-000000000000';

  it.each<[string, Parameters<typeof planOf>[0], RegExp]>([
    [
      'shares, lowest first',
      (trx, counting) =>
        findShares(trx, counting, { organisationId: organisationId(), from: null, limit: 41 }),
      /answer_share_lowest/,
    ],
    [
      'the next page of shares',
      (trx, counting) =>
        findShares(trx, counting, {
          organisationId: organisationId(),
          from: { share: 40, questionId: middle },
          limit: 41,
        }),
      /answer_share_lowest/,
    ],
    [
      'shares of topics',
      (trx, counting) => findTopicShares(trx, counting, organisationId()),
      /answer_share_(lowest|pkey)/,
    ],
    [
      'the list, worst first',
      (trx, { tenantId }) => findItems(trx, tenantId, filter(), { from: null, limit: 21 }),
      /question_figure_worst/,
    ],
    [
      'the next page of the list',
      (trx, { tenantId }) =>
        findItems(trx, tenantId, filter(), { from: { urgency: 2, questionId: middle }, limit: 21 }),
      /question_figure_worst/,
    ],
    [
      'those of a topic',
      (trx, { tenantId }) => findItems(trx, tenantId, filter({ topic: '专题3' }), { from: null, limit: 21 }),
      /question_figure_worst/,
    ],
    [
      'keys that are probably wrong',
      (trx, { tenantId }) => findDots(trx, tenantId, filter({ isSuspect: true }), 300),
      /question_figure_worst/,
    ],
    [
      'topics',
      (trx, { tenantId }) => findItemTopics(trx, tenantId, organisationId(), 200),
      /question_figure_worst/,
    ],
    [
      'how many there are',
      (trx, { tenantId }) => countItems(trx, tenantId, organisationId()),
      /question_(in_use|on_desk)/,
    ],
  ])('comes through its index: %s', async (_what, run, index) => {
    const plan = await planOf(run);
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/Seq Scan on (answer_share|question_figure)/);
  });
});
