import { Client } from 'pg';
import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { layingBulk } from './layingBulk';
import type { Stage } from './stage';

/** A connection of its own: the program's gives up after seconds, and rightly so. */
export async function asOwner<T>(stage: Stage, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: stage.database.appUrl });
  await client.connect();
  await client.query('set statement_timeout = 0');
  await client.query("select set_config('app.tenant', $1, false)", [stage.tenantId]);
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** Lays `size` reviewed questions of the committee whose key is the second of four options. */
export async function growBank(stage: Stage, size: number): Promise<void> {
  await asOwner(stage, (client) =>
    client.query(
      `insert into question (tenant_id, id, organisation_id, type, stem, options, key, explanation, source, topic, state,
         author_id, reviewer_id, review_kind, plain)
       select $1, gen_random_uuid(), $2, 'single', '测量题' || n, '["甲","乙","丙","丁"]', '[1]', '因为条文这样写。',
         '{"title":"计量法","article":"第九条","url":null,"versionOn":null,"checkedOn":null}', '专题' || n % 20, 'reviewed',
         $3, $4, 'each', '测量题' || n
       from generate_series(1, $5::int) n`,
      [stage.tenantId, stage.committeeId, stage.members[1]?.id, stage.members[2]?.id, size],
    ),
  );
  await stage.database.owner.pool.query('analyze question');
}

/** Brings a bureau to `people` members, each with a hundred cards, a fifth of them due on the day or before. */
export async function growCards(stage: Stage, people: number): Promise<void> {
  const today = shanghaiDay(stage.ports.clock.now());
  const learn = (tables: string) => stage.database.owner.pool.query(`analyze ${tables}`);
  await layingBulk(stage, (client) =>
    client.query(
      `insert into member (tenant_id, id, number, name, kind)
       select $1, gen_random_uuid(), 'g' || n, '测量' || n, 'full' from generate_series(1, $2::int) n`,
      [stage.tenantId, people - stage.members.length],
    ),
  );
  await learn('member');
  await layingBulk(stage, (client) =>
    client.query(
      `insert into review_card (tenant_id, member_id, question_id, stability, difficulty, last_on, due_on, wrong)
       select $1, m.id, asked.id, 3, 5, $2::date - asked.number, $2::date + 80 - asked.number, asked.number % 5 = 0
       from member m cross join (select id, row_number() over (order by id)::int as number from question) asked
       where asked.number <= 100`,
      [stage.tenantId, today],
    ),
  );
  await learn('review_card');
}
