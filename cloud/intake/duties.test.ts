import { randomUUID } from 'node:crypto';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import type { TestOrganisation, TestPersonName } from '../testing/people';
import { upload } from '../testing/upload';

let world: TestWorld;
beforeEach(async () => {
  world = await createTestBureau();
}, 30_000);
afterEach(() => world.close());

const HEADER = '姓名,手机号码,加入党组织日期,党内职务,所在党支部,所在党小组';

async function read(person: TestPersonName, organisation: TestOrganisation, lines: string[]) {
  const fileId = await upload(world, world, person, {
    purpose: 'roster',
    name: '名册.csv',
    content: Buffer.from([HEADER, ...lines].join('\n'), 'utf8'),
  });
  const organisationId = world.organisations[organisation];
  return world.ok(person, 'intake.readRoster', { fileId, organisationId, purpose: 'import' });
}

const ordersFor = ({ intakeId, version }: { intakeId: string; version: number }, create: string[] = []) => ({
  intakeId,
  version,
  leaveOut: [],
  asNew: [],
  create,
  gone: [],
});

const lines = [
  '新书记,13900000001,2012-07-01,支部书记,新建党支部,',
  '新委员,13900000002,2013-07-01,组织委员、宣传委员,新建党支部,',
  '新副手,13900000003,2013-07-01,副书记,机关第二党支部,',
  '新党员,13900000004,2014-07-01,科长,新建党支部,',
  '新代录,13900000005,2014-07-01,代录员,新建党支部,',
];

test('posts that the file names are told with who, which and where, and nobody holds one by that', async () => {
  const intake = await read('systemAdmin', 'committee', lines);
  const { duties } = await world.ok('systemAdmin', 'intake.applyRoster', ordersFor(intake, ['新建党支部']));
  expect(duties.map(({ name, post, organisationName }) => [name, post, organisationName])).toEqual([
    ['新书记', 'secretary', '新建党支部'],
    ['新委员', 'organisationOfficer', '新建党支部'],
    ['新委员', 'publicityOfficer', '新建党支部'],
    ['新副手', 'deputySecretary', '机关第二党支部'],
  ]);
  const [first] = duties;
  if (!first) throw new Error('the file names a secretary');
  const { memberId, organisationId, post } = first;
  expect((await world.ok('systemAdmin', 'roster.posts', { organisationId })).posts).toEqual([]);
  const term = { memberId, organisationId, post, from: '2026-11-23', to: null, named: [] };
  await world.ok('systemAdmin', 'roster.appoint', term);
  expect((await world.ok('systemAdmin', 'roster.posts', { organisationId })).posts).toMatchObject([
    { post: 'secretary', memberName: '新书记' },
  ]);
});

test('only what the one who imports may give is told: a secretary names officers, not a deputy', async () => {
  const intake = await read('secretary', 'branch', [
    '新副手,13900000003,2013-07-01,支部副书记,机关第一党支部,',
    '新宣传,13900000006,2013-07-01,宣传委员,机关第一党支部,',
    '新组长,13900000007,2013-07-01,党小组组长,机关第一党支部,第一党小组',
    '无组长,13900000008,2013-07-01,党小组组长,机关第一党支部,',
  ]);
  const { duties } = await world.ok('secretary', 'intake.applyRoster', ordersFor(intake));
  expect(duties.map(({ name, post, organisationName }) => [name, post, organisationName])).toEqual([
    ['新宣传', 'publicityOfficer', '机关第一党支部'],
    ['新组长', 'groupLeader', '第一党小组'],
  ]);
});

test('a repeated request is told the same, and no receipt holds a name', async () => {
  const intake = await read('systemAdmin', 'committee', lines);
  const orders = ordersFor(intake, ['新建党支部']);
  const mutationId = randomUUID();
  const [one, other] = await Promise.all([
    world.call('systemAdmin', 'intake.applyRoster', orders, { mutationId }),
    world.call('systemAdmin', 'intake.applyRoster', orders, { mutationId }),
  ]);
  expect(one).toMatchObject({ ok: true });
  expect(other).toEqual(one);
  const receipts = await world.asActor('systemAdmin', ({ trx }) =>
    trx.selectFrom('receipt').selectAll().execute(),
  );
  expect(receipts.length).toBeGreaterThan(0);
  expect(JSON.stringify(receipts)).not.toContain('新书记');
});
