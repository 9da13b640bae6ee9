import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { migrate } from '../migrate';
import { migrations } from './list';

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase({ isEmpty: true });
});
afterEach(() => test.close());

const [tenantId, organisationId, authorId, reviewerId] = [
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
];
const [right, wrong] = [randomUUID(), randomUUID()];

it('moves the fives of the days, their answers and what waits to come back, of every bureau', async () => {
  const at = migrations.findIndex(({ name }) => name === '0031-quiz-runs');
  expect(at).toBeGreaterThan(0);
  await migrate(test.ownerUrl, { appRole: 'morning_app', migrations: migrations.slice(0, at) });
  const client = await test.owner.pool.connect();
  const run = (sql: string, values: unknown[] = []) => client.query(sql, values);
  await run("select set_config('app.tenant', $1, false)", [tenantId]);
  await run('insert into gate.tenant (id, name, created_at) values ($1, $2, now())', [tenantId, '局']);
  await run(
    "insert into organisation (tenant_id, id, name, level, path) values ($1, $2, '党委', 'organCommittee', '/')",
    [tenantId, organisationId],
  );
  for (const id of [authorId, reviewerId]) {
    await run(
      "insert into member (tenant_id, id, number, name, kind) values ($1, $2::uuid, $2::text, '人', 'full')",
      [tenantId, id],
    );
  }
  for (const id of [right, wrong]) {
    await run(
      `insert into question (tenant_id, id, organisation_id, type, stem, options, key, explanation, source, topic, state,
         author_id, reviewer_id) values ($1, $2, $3, 'single', '题', '["甲","乙"]', '[1]', '', '{}', '题', 'reviewed', $4, $5)`,
      [tenantId, id, organisationId, authorId, reviewerId],
    );
  }
  await run(
    "insert into daily_five (tenant_id, member_id, day, question_ids) values ($1, $2, '2026-11-20', $3)",
    [tenantId, authorId, [right, wrong]],
  );
  // The second day's five have been forgotten, its answer has not.
  for (const [day, id, correct] of [
    ['2026-11-20', right, true],
    ['2026-11-20', wrong, false],
    ['2026-09-01', right, false],
  ] as const) {
    await run('insert into quiz_answer values ($1, $2, $3, $4, $5, $6)', [
      tenantId,
      authorId,
      day,
      id,
      '[1]',
      correct,
    ]);
  }
  await run("insert into comeback values ($1, $2, $3, '2026-11-21')", [tenantId, authorId, wrong]);

  await migrate(test.ownerUrl, { appRole: 'morning_app' });

  const { rows: runs } = await run(
    'select mode, label, attempt, question_ids, opened_on::text from quiz_run order by label',
  );
  expect(runs).toEqual([
    { mode: 'dailyFive', label: '2026-09-01', attempt: 1, question_ids: [right], opened_on: '2026-09-01' },
    {
      mode: 'dailyFive',
      label: '2026-11-20',
      attempt: 1,
      question_ids: [right, wrong],
      opened_on: '2026-11-20',
    },
  ]);
  const { rows: answers } = await run(
    'select question_id, correct, late, day::text from run_answer order by day, correct',
  );
  expect(answers).toEqual([
    { question_id: right, correct: false, late: false, day: '2026-09-01' },
    { question_id: wrong, correct: false, late: false, day: '2026-11-20' },
    { question_id: right, correct: true, late: false, day: '2026-11-20' },
  ]);
  const { rows: cards } = await run(
    'select question_id, last_on::text, due_on::text, wrong from review_card order by due_on',
  );
  expect(cards).toEqual([
    { question_id: wrong, last_on: '2026-11-20', due_on: '2026-11-21', wrong: true },
    { question_id: right, last_on: '2026-11-20', due_on: '2026-11-22', wrong: false },
  ]);
  client.release();
});
