import { sql } from 'kysely';
import type { Input } from '../../src/contract/operations';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import type { TestOrganisation, TestPersonName } from '../testing/people';
import { upload } from '../testing/upload';

/** What goes wrong between reading a roster and taking it back: faults, haste, strangers, changes in between. */
let world: TestWorld;

beforeEach(async () => {
  world = await createTestBureau();
}, 30_000);
afterEach(() => world.close());

const HEADER = '姓名,手机号码,入党日期,人员类别,所在党支部';
const nothing = { leaveOut: [], asNew: [], create: [], gone: [] };
const read = async (person: TestPersonName, organisation: TestOrganisation, lines: readonly string[]) => {
  const content = Buffer.from([HEADER, ...lines].join('\n'));
  const fileId = await upload(world, world, person, { purpose: 'roster', name: '名册.csv', content });
  return world.ok(person, 'intake.readRoster', {
    fileId,
    organisationId: world.organisations[organisation],
    purpose: 'import',
  });
};
const apply = (
  person: TestPersonName,
  { intakeId, version }: { intakeId: string; version: number },
  decisions: Partial<Input<'intake.applyRoster'>> = {},
) => world.call(person, 'intake.applyRoster', { intakeId, version, ...nothing, ...decisions });
const namesOf = async (organisation: TestOrganisation) => {
  const organisationId = world.organisations[organisation];
  const { members } = await world.ok('committeeOfficer', 'roster.members', { organisationId });
  return members.map(({ name }) => name);
};
const idOf = async (name: string) => {
  const organisationId = world.organisations.committee;
  const { people } = await world.ok('committeeOfficer', 'roster.people', {
    organisationId,
    below: true,
    name,
  });
  return people[0]?.memberId ?? '';
};
const refusal = (code: string) => ({ ok: false, error: { code } });

const newcomers = [
  '新一,13900000001,2012-07-01,正式党员,机关第一党支部',
  '新二,13900000002,2013-07-01,正式党员,机关第一党支部',
  '新三,13900000003,2014-07-01,正式党员,机关第一党支部',
];

it('a fault in the middle leaves nothing behind, and the same preview can be applied afterwards', async () => {
  const intake = await read('secretary', 'branch', newcomers);
  const seal = world.ports.keyring.seal.bind(world.ports.keyring);
  let sealed = 0;
  const fault = jest.spyOn(world.ports.keyring, 'seal').mockImplementation((...given) => {
    sealed += 1;
    // The fifth value of nine: the first person is whole, the second half way.
    if (sealed === 5) throw new Error('the machine stopped');
    return seal(...given);
  });
  expect((await apply('secretary', intake)).ok).toBe(false);
  fault.mockRestore();
  expect(sealed).toBe(5);
  expect(await namesOf('branch')).not.toEqual(expect.arrayContaining(['新一']));
  expect(await world.ok('secretary', 'intake.get', { intakeId: intake.intakeId })).toMatchObject({
    state: 'preview',
    version: intake.version,
  });
  expect(await apply('secretary', intake)).toMatchObject({ ok: true, data: { done: { added: 3 } } });
});

it('another’s preview and import are not there for anybody else, in no step', async () => {
  const { intakeId, version } = await read('secretary', 'branch', newcomers);
  const knock = async (bureau: Pick<TestWorld, 'refused'>, person: TestPersonName) => [
    await bureau.refused(person, 'intake.get', { intakeId }),
    await bureau.refused(person, 'intake.lines', { intakeId, list: 'added' }),
    await bureau.refused(person, 'intake.refresh', { intakeId, version }),
    await bureau.refused(person, 'intake.applyRoster', { intakeId, version, ...nothing }),
    await bureau.refused(person, 'intake.undoRoster', { intakeId, version }),
    await bureau.refused(person, 'intake.discard', { intakeId }),
  ];
  const away = Array(6).fill('not_found');
  expect(await knock(world, 'committeeOfficer')).toEqual(away);
  expect(await knock(world, 'siblingSecretary')).toEqual(away);
  expect(await knock(world.foreign, 'secretary')).toEqual(away);
  // Its own: still there, untouched.
  expect(await apply('secretary', { intakeId, version })).toMatchObject({ ok: true });
  expect(await world.refused('siblingSecretary', 'intake.undoRoster', { intakeId, version: 2 })).toBe(
    'not_found',
  );
});

it('an old version, a step out of turn and an import taken back are refused', async () => {
  const { intakeId, version } = await read('secretary', 'branch', newcomers);
  expect(await world.refused('secretary', 'intake.undoRoster', { intakeId, version })).toBe('wrong_state');
  await world.ok('secretary', 'intake.refresh', { intakeId, version });
  expect(await apply('secretary', { intakeId, version })).toMatchObject(refusal('conflict'));
  expect(await apply('secretary', { intakeId, version: 2 })).toMatchObject({ ok: true });
  expect(await apply('secretary', { intakeId, version: 3 })).toMatchObject(refusal('wrong_state'));
  expect(await world.refused('secretary', 'intake.undoRoster', { intakeId, version: 2 })).toBe('conflict');
  await world.ok('secretary', 'intake.undoRoster', { intakeId, version: 3 });
  expect(await world.refused('secretary', 'intake.undoRoster', { intakeId, version: 4 })).toBe('wrong_state');
});

it('secretaries of two branches who import one newcomer at once do not both get them', async () => {
  const one = await read('secretary', 'branch', ['新一,13900000001,2012-07-01,正式党员,']);
  const other = await read('siblingSecretary', 'sibling', ['新一,13900000001,2012-07-01,正式党员,']);
  expect([one.found.added, other.found.added]).toEqual([1, 1]);
  const replies = await Promise.all([apply('secretary', one), apply('siblingSecretary', other)]);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(replies).toContainEqual(expect.objectContaining(refusalLike('conflict')));
  const both = [...(await namesOf('branch')), ...(await namesOf('sibling'))];
  expect(both.filter((name) => name === '新一')).toHaveLength(1);
});

it('a correction that comes between comparing and writing is not written over', async () => {
  const intake = await read('secretary', 'branch', ['江晨,13900000009,2001-07-01,,机关第一党支部']);
  const memberId = world.members.member;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isLocked = () => {};
  const locked = new Promise<void>((resolve) => {
    isLocked = resolve;
  });
  const correcting = world.asActor('secretary', async ({ trx }) => {
    await trx
      .updateTable('member')
      .set((member) => ({ leading_cadre: true, version: member('version', '+', 1) }))
      .where('tenant_id', '=', world.tenantId)
      .where('id', '=', memberId)
      .execute();
    isLocked();
    await held;
  });
  await locked;
  const applying = apply('secretary', intake);
  await untilSomebodyWaits();
  release();
  await correcting;
  expect(await applying).toMatchObject(refusal('conflict'));
});

describe('taking back is too late', () => {
  const applied = async () => {
    const { intakeId } = await read('secretary', 'branch', [
      ...newcomers,
      '江晨,13900000009,2001-07-01,,机关第一党支部',
    ]);
    expect(await apply('secretary', { intakeId, version: 1 })).toMatchObject({ ok: true });
    return { intakeId, version: 2 };
  };

  it('once somebody who was changed has a post in a group', async () => {
    const undo = await applied();
    await world.ok('secretary', 'roster.appoint', {
      memberId: world.members.member,
      organisationId: world.organisations.branch,
      post: 'organisationOfficer',
      from: '2026-11-23',
      to: null,
      named: [],
    });
    expect(await world.refused('secretary', 'intake.undoRoster', undo)).toBe('undo_too_late');
  });

  it('once somebody who came has been moved on, and the place they have now stays', async () => {
    const undo = await applied();
    const memberId = await idOf('新一');
    await world.ok('committeeOfficer', 'roster.transfer', {
      memberId,
      version: 1,
      toOrganisationId: world.organisations.sibling,
      on: '2026-11-23',
      letterNo: null,
    });
    expect(await world.refused('secretary', 'intake.undoRoster', undo)).toBe('undo_too_late');
    expect(await namesOf('sibling')).toContain('新一');
  });

  it('once a later import has changed one of them, until that one is taken back first', async () => {
    const undo = await applied();
    const later = await read('secretary', 'branch', ['新一,13900000001,2012-07-02,正式党员,机关第一党支部']);
    expect(later.found).toMatchObject({ changed: 1, added: 0 });
    await apply('secretary', later);
    expect(await world.refused('secretary', 'intake.undoRoster', undo)).toBe('undo_too_late');
  });
});

it('a card of an import taken back opens nothing', async () => {
  const intake = await read('secretary', 'branch', newcomers);
  await apply('secretary', intake);
  const { cards } = await world.ok('secretary', 'roster.issueCards', { memberIds: [await idOf('新一')] });
  await world.ok('secretary', 'intake.undoRoster', { intakeId: intake.intakeId, version: 2 });
  const refused = await world.refused(null, 'identity.activate', {
    code: cards[0]?.code ?? '',
    loginName: cards[0]?.loginName ?? '',
    passphrase: '三楼会议室的那口旧挂钟',
  });
  expect(refused).toBe('code_not_valid');
});

it('whoever was taken in by hand is known to a file, however the name was typed, and the other way round', async () => {
  const person = {
    kind: 'full' as const,
    joinedOn: null,
    fullSince: null,
    letterNo: null,
    from: '2026-11-23',
  };
  const join = { ...person, organisationId: world.organisations.branch, mobile: '13900000001' };
  await world.ok('secretary', 'roster.join', { ...join, name: ' 阿依古丽 • 买买提 ' });
  const intake = await read('secretary', 'branch', ['阿依古丽.买买提,13900000001,,正式党员,']);
  expect(intake.found).toMatchObject({ added: 0, unchanged: 1 });
  expect(await world.refused('secretary', 'roster.join', { ...join, name: '阿依古丽·买买提' })).toBe(
    'member_exists',
  );
});

function refusalLike(code: string) {
  return { ok: false, error: expect.objectContaining({ code }) };
}

/** Waits until a statement waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::integer as waiting from pg_locks where not granted
        and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(
      world.database.owner.db,
    );
    if ((rows[0]?.waiting ?? 0) > 0) return;
  }
}
