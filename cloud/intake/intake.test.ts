import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Input } from '../../src/contract/operations';
import { purgeTenant } from '../purge';
import { createTestBureau, TEST_NOW, type TestWorld } from '../testing/bureau';
import type { TestOrganisation, TestPersonName } from '../testing/people';
import { upload } from '../testing/upload';

let world: TestWorld;
beforeEach(async () => {
  world = await createTestBureau();
}, 30_000);
afterEach(() => world.close());

const HEADER = '姓名,手机号码,入党日期,人员类别,所在党支部,公民身份证号码';
/** A dropped column that must never be seen again. */
const SECRET = '11010119850709123X';
const csv = (...lines: string[]) =>
  Buffer.from(
    [HEADER, ...lines.map((line) => (line.split(',').length < 6 ? `${line},${SECRET}` : line))].join('\n'),
    'utf8',
  );

const read = async (
  person: TestPersonName,
  organisation: TestOrganisation,
  lines: string[],
  purpose: 'import' | 'check' = 'import',
) => {
  const fileId = await upload(world, world, person, {
    purpose: 'roster',
    name: '名册.csv',
    content: csv(...lines),
  });
  return world.ok(person, 'intake.readRoster', {
    fileId,
    organisationId: world.organisations[organisation],
    purpose,
  });
};
const nothing = { leaveOut: [], asNew: [], create: [], gone: [] };
const apply = (
  person: TestPersonName,
  one: { intakeId: string; version: number },
  decisions: Partial<Input<'intake.applyRoster'>> = {},
) =>
  world.call(person, 'intake.applyRoster', {
    intakeId: one.intakeId,
    version: one.version,
    ...nothing,
    ...decisions,
  });
const linesOf = async (person: TestPersonName, intakeId: string, list: Input<'intake.lines'>['list']) =>
  (await world.ok(person, 'intake.lines', { intakeId, list })).lines;
const peopleOf = async (organisation: TestOrganisation) => {
  const { members } = await world.ok('committeeOfficer', 'roster.members', {
    organisationId: world.organisations[organisation],
  });
  return members.map((one) => one.name);
};
/** Rows as texts, seen as the application sees them: under row-level security the owner sees none. */
const rowsIn = (table: string) =>
  world.asActor('secretary', async ({ trx }) => {
    const { rows } = await sql.raw<{ text: string }>(`select t::text as text from ${table} t`).execute(trx);
    return rows.map((row) => row.text);
  });

const newcomers = [
  '新一,13900000001,2012年07月01日,正式党员,机关第一党支部',
  '新二,13900000002,2026.7,预备党员,中共机关第一支部委员会',
];

describe('reading a roster', () => {
  it('shows what would be new, changed and missing, masked, and has changed nothing yet', async () => {
    const before = await peopleOf('branch');
    const intake = await read('secretary', 'branch', [...newcomers, '江晨,,2001-07-01,,机关第一党支部']);
    expect(intake).toMatchObject({
      state: 'preview',
      organisationName: '机关第一党支部',
      dropped: ['公民身份证号码'],
      found: { problems: 0, added: 2, changed: 0, transferred: 0, unchanged: 1, missing: before.length - 1 },
    });
    expect((await linesOf('secretary', intake.intakeId, 'added'))[0]).toMatchObject({
      at: { row: 2, column: null },
      name: '新一',
      mobileMasked: '139****0001',
      joinedOn: '2012-07-01',
      organisationName: '机关第一党支部',
    });
    expect(await peopleOf('branch')).toEqual(before);
  });

  it('keeps nothing of a dropped column and nothing readable of the rest: not in tables, receipts or the file store', async () => {
    const intake = await read('secretary', 'branch', newcomers);
    await world.ok('secretary', 'intake.lines', { intakeId: intake.intakeId, list: 'added' });
    for (const table of ['intake', 'receipt', 'audit_row', 'outbox', 'file', 'notice']) {
      for (const text of await rowsIn(table)) {
        expect(text).not.toContain(SECRET);
        expect(text).not.toContain('新一');
        expect(text).not.toContain('13900000001');
      }
    }
    expect(await rowsIn('intake')).toHaveLength(1);
    expect(await rowsIn('file')).toEqual([]);
  });

  it('answers a repeated request with the same preview though the file is gone', async () => {
    const fileId = await upload(world, world, 'secretary', {
      purpose: 'roster',
      name: '名册.csv',
      content: csv(...newcomers),
    });
    const input = { fileId, organisationId: world.organisations.branch, purpose: 'import' as const };
    const mutationId = randomUUID();
    const firstReply = await world.call('secretary', 'intake.readRoster', input, { mutationId });
    expect(await world.call('secretary', 'intake.readRoster', input, { mutationId })).toEqual(firstReply);
    expect(await world.refused('secretary', 'intake.readRoster', input)).toBe('not_found');
    expect((await world.ok('secretary', 'intake.mine', {})).intakes).toHaveLength(1);
  });

  it('reads nobody else’s file, and no preview of anybody else', async () => {
    const fileId = await upload(world, world, 'secretary', {
      purpose: 'roster',
      name: '名册.csv',
      content: csv(...newcomers),
    });
    const organisationId = world.organisations.branch;
    const input = { fileId, organisationId, purpose: 'import' as const };
    expect(await world.refused('deputySecretary', 'intake.readRoster', input)).toBe('not_found');
    const { intakeId } = await world.ok('secretary', 'intake.readRoster', input);
    for (const person of ['deputySecretary', 'committeeOfficer'] as const) {
      expect(await world.refused(person, 'intake.get', { intakeId })).toBe('not_found');
      expect(await world.refused(person, 'intake.lines', { intakeId, list: 'added' })).toBe('not_found');
      const reply = await apply(person, { intakeId, version: 1 });
      expect(reply).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
    expect(await world.foreign.refused('secretary', 'intake.get', { intakeId })).toBe('not_found');
  });

  it('says why a file cannot be read and keeps it for another try', async () => {
    const tryIt = async (name: string, content: Buffer) => {
      const fileId = await upload(world, world, 'secretary', { purpose: 'roster', name, content });
      return world.refused('secretary', 'intake.readRoster', {
        fileId,
        organisationId: world.organisations.branch,
        purpose: 'import',
      });
    };
    const cut = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(40)]);
    expect(await tryIt('名册.xlsx', cut)).toMatch(/^document_/);
    expect(await tryIt('名册.csv', Buffer.from('甲,乙\n1,2\n'))).toBe('roster_without_header');
    expect(await rowsIn('intake')).toEqual([]);
  });

  it('takes a corrected mapping with the file sent again in the place of the first preview', async () => {
    const content = Buffer.from('姓名,联系方式一,联系方式二\n新一,13900000001,13900000009\n');
    const send = () => upload(world, world, 'secretary', { purpose: 'roster', name: 'a.csv', content });
    const base = { organisationId: world.organisations.branch, purpose: 'import' as const };
    const first = await world.ok('secretary', 'intake.readRoster', { ...base, fileId: await send() });
    const [sheet] = first.sheets;
    const second = await world.ok('secretary', 'intake.readRoster', {
      ...base,
      fileId: await send(),
      replaces: first.intakeId,
      mapping: [
        {
          sheet: sheet?.sheet ?? '',
          headerRow: 1,
          columns: [
            { field: 'name', column: 'A' },
            { field: 'mobile', column: 'C' },
          ],
        },
      ],
    });
    const [line] = await linesOf('secretary', second.intakeId, 'added');
    expect(line?.mobileMasked).toBe('139****0009');
    expect((await world.ok('secretary', 'intake.mine', {})).intakes.map((one) => one.intakeId)).toEqual([
      second.intakeId,
    ]);
  });

  it('knows nobody of another bureau', async () => {
    await world.foreign.ok('secretary', 'roster.join', {
      organisationId: world.foreign.organisations.branch,
      from: '2026-11-23',
      name: '外人',
      kind: 'full',
      mobile: '13900000077',
      joinedOn: '2001-07-01',
      fullSince: null,
      letterNo: null,
    });
    const intake = await read('secretary', 'branch', ['外人,13900000077,2001-07-01,,机关第一党支部']);
    expect(intake.found).toMatchObject({ added: 1, problems: 0 });
  });

  it('sends somebody of a sibling branch to the committee, who may move them', async () => {
    const line = '邻支员,,2001-07-01,,机关第一党支部';
    const own = await read('secretary', 'branch', [line]);
    expect(own.found).toMatchObject({ problems: 1, transferred: 0 });
    expect((await linesOf('secretary', own.intakeId, 'problems'))[0]?.problem).toMatchObject({
      code: 'otherBranch',
      leftOut: true,
    });
    const above = await read('committeeOfficer', 'committee', [line]);
    expect(above.found.transferred).toBe(1);
    expect(await apply('committeeOfficer', above)).toMatchObject({
      ok: true,
      data: { done: { transferred: 1 } },
    });
    expect(await peopleOf('branch')).toContain('邻支员');
    expect(await peopleOf('sibling')).not.toContain('邻支员');
    const { belongings } = await world.ok('committeeOfficer', 'roster.member', {
      memberId: world.members.siblingMember,
    });
    expect(belongings.map((one) => [one.organisationName, one.from, one.to])).toEqual([
      ['机关第一党支部', '2026-11-23', null],
      ['机关第二党支部', '2020-01-01', '2026-11-22'],
    ]);
  });

  it('does not let a branch change the number of somebody who holds a post above', async () => {
    await world.ok('systemAdmin', 'roster.appoint', {
      memberId: world.members.member,
      organisationId: world.organisations.committee,
      post: 'committeeOfficer',
      from: '2026-01-01',
      to: null,
      named: [],
    });
    const intake = await read('secretary', 'branch', ['江晨,13900000001,2001-07-01,,']);
    expect((await linesOf('secretary', intake.intakeId, 'problems'))[0]?.problem?.code).toBe('heldAbove');
  });
});

describe('applying', () => {
  it('adds and changes everything at once; members are in the branch and may get cards', async () => {
    const intake = await read('secretary', 'branch', [...newcomers, '江晨,13900000003,2001-07-01,,']);
    const reply = await apply('secretary', intake, { from: '2026-01-01' });
    expect(reply).toMatchObject({
      ok: true,
      data: { state: 'applied', done: { added: 2, changed: 1, transferred: 0, gone: 0, created: 0 } },
    });
    expect(await peopleOf('branch')).toEqual(expect.arrayContaining(['新一', '新二', '江晨']));
    const { people } = await world.ok('secretary', 'roster.people', {
      organisationId: world.organisations.branch,
      below: false,
      name: '新',
      withoutDoor: true,
    });
    expect(people.map((one) => [one.name, one.kind])).toEqual([
      ['新一', 'full'],
      ['新二', 'probationary'],
      ['新苗', 'probationary'],
    ]);
    const { cards } = await world.ok('secretary', 'roster.issueCards', {
      memberIds: people.map((one) => one.memberId),
    });
    expect(cards).toHaveLength(3);
    expect(new Set(cards.map((card) => card.code)).size).toBe(3);
    const changed = await world.ok('secretary', 'roster.member', { memberId: world.members.member });
    expect(changed).toMatchObject({ mobileMasked: '139****0003', version: 2 });
    const { rows } = await world.database.owner.pool.query(
      'select 1 from gate.mobile where member_id = $1 and blind_index = $2',
      [world.members.member, world.ports.keyring.mac('blindIndex', '13900000003').toString('base64url')],
    );
    expect(rows).toHaveLength(1);
  });

  it('finds nothing to do when the same file is read again', async () => {
    await apply('secretary', await read('secretary', 'branch', newcomers));
    const again = await read('secretary', 'branch', newcomers);
    expect(again.found).toMatchObject({ added: 0, changed: 0, unchanged: 2, problems: 0 });
  });

  it('is done once when sent twice, and by one of two who import at once', async () => {
    const one = await read('secretary', 'branch', newcomers);
    const other = await read('deputySecretary', 'branch', newcomers);
    const mutationId = randomUUID();
    const input = { intakeId: one.intakeId, version: 1, ...nothing };
    const replies = await Promise.all([
      world.call('secretary', 'intake.applyRoster', input, { mutationId }),
      world.call('secretary', 'intake.applyRoster', input, { mutationId }),
      apply('deputySecretary', other),
    ]);
    expect(replies[0]).toEqual(replies[1]);
    const done = [replies[0], replies[2]].filter((reply) => reply?.ok);
    expect(done).toHaveLength(1);
    expect([replies[0], replies[2]]).toContainEqual(
      expect.objectContaining({ ok: false, error: expect.objectContaining({ code: 'conflict' }) }),
    );
    expect((await peopleOf('branch')).filter((name) => name.startsWith('新'))).toEqual([
      '新一',
      '新二',
      '新苗',
    ]);
  });

  it('refuses when the roster has changed since, until it is compared anew', async () => {
    const intake = await read('secretary', 'branch', [...newcomers, '江晨,13900000003,2001-07-01,,']);
    await world.ok('secretary', 'roster.mark', {
      memberId: world.members.member,
      version: 1,
      mark: 'retired',
      from: '2026-11-01',
      to: null,
    });
    expect(await apply('secretary', intake)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await peopleOf('branch')).not.toContain('新一');
    const fresh = await world.ok('secretary', 'intake.refresh', { intakeId: intake.intakeId, version: 1 });
    expect(await apply('secretary', intake)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await apply('secretary', fresh)).toMatchObject({ ok: true });
  });

  it('leaves out what is asked to, and takes a namesake for new when told so', async () => {
    const intake = await read('secretary', 'branch', [...newcomers, '江晨,,,,']);
    const [problem] = await linesOf('secretary', intake.intakeId, 'problems');
    expect(problem?.problem).toMatchObject({ code: 'nameOnly', mayBeNew: true });
    const [, second] = await linesOf('secretary', intake.intakeId, 'added');
    const decisions = { leaveOut: [second?.lineId ?? ''], asNew: [problem?.lineId ?? ''] };
    expect(await apply('secretary', intake, decisions)).toMatchObject({
      ok: true,
      data: { done: { added: 2 } },
    });
    const names = await peopleOf('branch');
    expect(names.filter((name) => name === '江晨')).toHaveLength(2);
    expect(names).not.toContain('新二');
  });

  it('makes the branches of a first import for whoever may, and leaves out those nobody wanted', async () => {
    const lines = ['新一,13900000001,2012-07-01,,第八党支部', '新二,13900000002,2019.7,,第九党支部'];
    const own = await read('secretary', 'branch', lines);
    expect(own.unknownOrganisations).toEqual([
      { name: '第八党支部', lines: 1, mayCreate: false },
      { name: '第九党支部', lines: 1, mayCreate: false },
    ]);
    expect(await apply('secretary', own, { create: ['第八党支部'] })).toMatchObject({
      ok: true,
      data: { done: { added: 0, created: 0 } },
    });
    const above = await read('systemAdmin', 'committee', lines);
    expect(await apply('systemAdmin', above, { create: ['第八党支部'] })).toMatchObject({
      ok: true,
      data: { done: { added: 1, created: 1 } },
    });
    const { organisations } = await world.ok('systemAdmin', 'roster.organisations', {});
    expect(organisations.map((one) => one.name)).toContain('第八党支部');
    expect(organisations.map((one) => one.name)).not.toContain('第九党支部');
  });

  it('ends the membership of who is said to have gone, and of nobody who was not missing', async () => {
    const intake = await read('secretary', 'branch', newcomers);
    const gone = [{ memberId: world.members.member, becomes: 'transferredOut' as const, on: '2026-11-01' }];
    const foreign = [{ ...gone[0], memberId: world.members.siblingMember }] as typeof gone;
    expect(await apply('secretary', intake, { gone: foreign })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(await apply('secretary', intake, { gone })).toMatchObject({
      ok: true,
      data: { done: { gone: 1 } },
    });
    expect(await peopleOf('branch')).not.toContain('江晨');
    expect(await world.refused('member', 'identity.me', {})).toBe('not_signed_in');
  });

  it('applies nothing of a monthly check', async () => {
    const check = await read('secretary', 'branch', newcomers, 'check');
    expect(check.found.added).toBe(2);
    expect(await apply('secretary', check)).toMatchObject({ ok: false, error: { code: 'wrong_state' } });
    expect(await peopleOf('branch')).not.toContain('新一');
  });

  const nameOf = (at: number) => `测一${String.fromCodePoint(0x4e00 + at)}`;

  it('takes ten thousand people in, knows them again and takes them back', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => {
      const tail = String(at).padStart(5, '0');
      return `${nameOf(at)},139000${tail},2012-07-01,正式党员,机关第一党支部`;
    });
    const intake = await read('secretary', 'branch', many);
    expect(intake.found).toMatchObject({ added: 10_000, problems: 0 });
    const reply = await apply('secretary', intake);
    expect(reply).toMatchObject({ ok: true, data: { done: { added: 10_000 } } });
    const again = await read('secretary', 'branch', many);
    expect(again.found).toMatchObject({ unchanged: 10_000, added: 0 });
    await world.ok('secretary', 'intake.undoRoster', { intakeId: intake.intakeId, version: 2 });
    expect(await peopleOf('branch')).not.toContain(nameOf(0));
    // Every statement stayed within the ten seconds that one may take.
  }, 240_000);
});

describe('taking an import back', () => {
  const applied = async (lines: string[], decisions: Partial<Input<'intake.applyRoster'>> = {}) => {
    const intake = await read('secretary', 'branch', lines);
    const reply = await apply('secretary', intake, decisions);
    if (!reply.ok) throw new Error(reply.error.code);
    return { intakeId: intake.intakeId, version: 2 };
  };

  it('leaves everybody as before: fields, marks, places, mobile indexes', async () => {
    const tables = ['member_mark', 'gate.mobile', 'affiliation', 'post'];
    const state = async () => Promise.all(tables.map(async (table) => (await rowsIn(table)).sort()));
    const before = await state();
    const was = await world.ok('secretary', 'roster.member', { memberId: world.members.member });
    const intake = await applied([...newcomers, '江晨,13900000003,2001-07-01,预备党员,'], {
      gone: [{ memberId: world.members.retired, becomes: 'left', on: '2026-11-01' }],
    });
    expect(await world.ok('secretary', 'intake.undoRoster', intake)).toMatchObject({ state: 'undone' });
    expect(await state()).toEqual(before);
    const now = await world.ok('secretary', 'roster.member', { memberId: world.members.member });
    expect({ ...now, version: 0 }).toEqual({ ...was, version: 0 });
    expect(
      await world.ok('retired', 'identity.consent', { agreed: true }).catch((error: Error) => error.message),
    ).toMatch(/not_signed_in/);
    expect(await peopleOf('branch')).toContain('鹤年');
  });

  it('keeps no name of who should not have been there', async () => {
    const intake = await applied(newcomers);
    await world.ok('secretary', 'intake.undoRoster', intake);
    const members = (await rowsIn('member')).join('\n');
    expect(members).not.toContain('新一');
    expect(await peopleOf('branch')).toEqual(expect.not.arrayContaining(['（已撤回）']));
    const again = await read('secretary', 'branch', newcomers);
    expect(again.found.added).toBe(2);
  });

  it('is too late once somebody of it was changed, or has used a card', async () => {
    const intake = await applied([...newcomers, '江晨,13900000003,2001-07-01,,']);
    const { people } = await world.ok('secretary', 'roster.people', {
      organisationId: world.organisations.branch,
      below: false,
      name: '新一',
    });
    const memberId = people[0]?.memberId ?? '';
    const { cards } = await world.ok('secretary', 'roster.issueCards', { memberIds: [memberId] });
    const [card] = cards;
    await world.ok(null, 'identity.activate', {
      code: card?.code ?? '',
      loginName: card?.loginName ?? '',
      passphrase: '三楼会议室的那口旧挂钟',
    });
    expect(await world.refused('secretary', 'intake.undoRoster', intake)).toBe('undo_too_late');

    const second = await applied(['云帆,13900000004,2001-07-01,,']);
    await world.ok('secretary', 'roster.mark', {
      memberId: world.members.secondMember,
      version: 2,
      mark: 'retired',
      from: '2026-11-01',
      to: null,
    });
    expect(await world.refused('secretary', 'intake.undoRoster', second)).toBe('undo_too_late');
    const seen = await world.ok('secretary', 'roster.member', { memberId: world.members.secondMember });
    expect(seen.mobileMasked).toBe('139****0004');
  });

  it('happens once: of two at once one finds it done', async () => {
    const intake = await applied(newcomers);
    const replies = await Promise.all([
      world.call('secretary', 'intake.undoRoster', intake),
      world.call('secretary', 'intake.undoRoster', intake),
    ]);
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
  });
});

describe('what time takes away', () => {
  it('purges a preview after a day and not before, and the way back after thirty days', async () => {
    await read('secretary', 'branch', newcomers);
    const left = async () => (await rowsIn('intake')).length;
    const at = async (instant: number) => {
      world.clock.set(new Date(instant).toISOString());
      await purgeTenant(world.database.db, world.ports, world.tenantId);
      return left();
    };
    const day = 86_400_000;
    const start = Date.parse(TEST_NOW);
    expect(await at(start + day - 1)).toBe(1);
    expect(await at(start + day)).toBe(0);
    world.clock.set(TEST_NOW);
    await apply('secretary', await read('secretary', 'branch', newcomers));
    expect(await at(start + 30 * day - 1)).toBe(1);
    expect(await at(start + 30 * day)).toBe(0);
  });
});
