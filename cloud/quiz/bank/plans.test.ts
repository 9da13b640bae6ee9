import { Client } from 'pg';
import type { Transaction } from '../../database/tenantTransaction';
import { createTestBureau, type TestWorld } from '../../testing/bureau';
import { plansOf } from '../../testing/plansOf';
import { countLists, findImportsInUse, listOwnImports } from './importRepository';
import { findLines } from './lineRepository';
import { findSameForms } from './questionRepository';
import { findDeskQuestions } from './readingRepository';
import { findBatchDrafts, findOpenReview, findWaitingBatches } from './reviewRepository';

const today = '2026-11-23';

let world: TestWorld;
let importId = '';
let client: Client;
beforeAll(async () => {
  world = await createTestBureau();
  await fill();
}, 120_000);
afterAll(async () => {
  await world.close();
});

/** Two banks of six thousand questions, six hundred imports, fifty of them with a hundred lines each, ten thousand answers. */
async function fill(): Promise<void> {
  const { tenantId, members, organisations, database } = world;
  client = new Client({ connectionString: database.appUrl });
  await client.connect();
  await client.query("select set_config('app.tenant', $1, false)", [tenantId]);
  await client.query(
    `insert into bank_import (tenant_id, id, owner_id, organisation_id, files, topic, counts, created_at, ends_at)
     select $1, gen_random_uuid(), case when n % 6 = 0 then $2::uuid else $3::uuid end, $4, '[]', '计量', '{}', now(),
       now() + interval '30 days' from generate_series(1, 600) n`,
    [tenantId, members.secretary, members.deputySecretary, organisations.branch],
  );
  await client.query(
    `insert into bank_import_line (tenant_id, import_id, place, at, draft, plain, problems, twins, decision, flagged)
     select $1, i.id, n, '题库.txt', '{}', '题' || n, case when n % 20 = 0 then '["answer_missing"]' else '[]' end::jsonb,
       '[]', 'take', false from (select id from bank_import order by id limit 50) i, generate_series(1, 100) n`,
    [tenantId],
  );
  await client.query(
    `insert into question (tenant_id, id, organisation_id, type, stem, options, key, explanation, source, topic, state,
       author_id, reviewer_id, review_kind, plain, import_id)
     select $1, gen_random_uuid(), case when n % 2 = 0 then $2::uuid else $3::uuid end, 'single', '题' || n,
       '["甲","乙"]', '[1]', '因为', '{}', '专题' || n % 20, case when n % 100 = 0 then 'draft' else 'reviewed' end, $4, $5,
       'each', '题' || n, (select id from bank_import order by id offset n % 50 limit 1)
     from generate_series(1, 12000) n`,
    [tenantId, organisations.branch, organisations.sibling, members.secretary, members.deputySecretary],
  );
  await client.query(
    `insert into question_review (tenant_id, id, organisation_id, import_id, state, flagged, sample, rest, opened_by,
       opened_on, closed_by, closed_on)
     select tenant_id, gen_random_uuid(), organisation_id, id, 'passed', '{}', '{}', '{}', owner_id, $1, owner_id, $1
     from bank_import, generate_series(1, 3)`,
    [today],
  );
  await client.query(
    `insert into quiz_run (tenant_id, id, member_id, mode, label, question_ids, opened_on)
     select $1, gen_random_uuid(), $2, 'dailyFive', n::text, (select array_agg(id) from
       (select id from question where organisation_id = $3 order by id offset n limit 5) five), $4
     from generate_series(1, 2000) n`,
    [tenantId, members.member, organisations.sibling, today],
  );
  await client.query(
    `insert into run_answer (tenant_id, member_id, run_id, question_id, answer, correct, day)
     select r.tenant_id, r.member_id, r.id, pick.id, '[1]', true, r.opened_on
     from quiz_run r cross join lateral unnest(r.question_ids) pick (id)`,
  );
  const { rows } = await client.query<{ id: string }>(
    'select id from bank_import where owner_id = $1 and id in (select import_id from bank_import_line) limit 1',
    [members.secretary],
  );
  importId = rows[0]?.id ?? '';
  await client.end();
  await database.owner.pool.query(
    'analyze question, bank_import, bank_import_line, question_review, quiz_run, run_answer',
  );
}

type Query = (
  trx: Transaction,
  at: { tenantId: string; memberId: string; branch: string },
) => Promise<unknown>;

const plan = (query: Query) =>
  world.asActor('secretary', async ({ trx, actor }) => {
    const at = { tenantId: actor.tenantId, memberId: actor.memberId, branch: world.organisations.branch };
    return (await plansOf(trx, (recorded) => query(recorded, at))).join('\n');
  });

const page = { after: null, limit: 41, today };

describe('what the desk of the bank waits for', () => {
  it.each<[string, Query, RegExp]>([
    [
      'the list, newest first',
      (trx, { tenantId, branch }) => findDeskQuestions(trx, tenantId, { organisationId: branch }, page),
      /question_on_desk|question_in_use/,
    ],
    [
      'the list of one topic in one state',
      (trx, { tenantId, branch }) =>
        findDeskQuestions(trx, tenantId, { organisationId: branch, topic: '专题4', state: 'reviewed' }, page),
      /question_in_use|question_on_desk/,
    ],
    [
      'questions with the same words',
      (trx, { tenantId, branch }) => findSameForms(trx, tenantId, [branch], ['题2', '题4']),
      /question_by_plain/,
    ],
    [
      'own imports',
      (trx, { tenantId, memberId }) => listOwnImports(trx, { tenantId, memberId }, new Date(), 20),
      /bank_import_by_owner/,
    ],
    [
      'the lines of one list',
      (trx, { tenantId }) => findLines(trx, { tenantId, importId }, 'problems', { after: 0, limit: 31 }),
      /bank_import_line_pkey/,
    ],
    [
      'how long the lists are',
      (trx, { tenantId }) => countLists(trx, tenantId, [importId]),
      /bank_import_line_pkey/,
    ],
    [
      'whether an import was answered',
      (trx, { tenantId }) => findImportsInUse(trx, tenantId, [importId]),
      /question_by_import/,
    ],
    [
      'batches that wait',
      (trx, { tenantId, memberId, branch }) =>
        findWaitingBatches(trx, tenantId, { organisationIds: [branch], memberId }),
      /question_in_use/,
    ],
    [
      'the drafts of a batch',
      (trx, { tenantId, branch }) => findBatchDrafts(trx, tenantId, { organisationId: branch, importId }),
      /question_by_import|question_in_use/,
    ],
    [
      'the review that goes on',
      (trx, { tenantId, branch }) => findOpenReview(trx, tenantId, { organisationId: branch, importId }),
      /question_review_open|question_review_by_import/,
    ],
  ])('%s is found by an index', async (_what, query, index) => {
    const found = await plan(query);
    expect(found).toMatch(index);
    // Of imports there are a few hundred in ten years.
    expect(found).not.toMatch(/Seq Scan on (question|bank_import_line|question_review)\b/);
  });
});
