import { sql } from 'kysely';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { type MadeCell, xlsxOf } from '../testing/officeFiles';
import type { TestOrganisation, TestPersonName } from '../testing/people';
import { upload } from '../testing/upload';

/*
 * What a hostile keeper of a branch's roster tries by way of a file. People of the committee belong to the sibling
 * branch in the test bureau, administrators to none.
 */

let world: TestWorld;
beforeEach(async () => {
  world = await createTestBureau();
}, 30_000);
afterEach(() => world.close());

const HEADER = ['编号', '姓名', '手机号码', '入党日期', '所在党支部', '民族'];

async function read(
  person: TestPersonName,
  organisation: TestOrganisation,
  rows: readonly (readonly MadeCell[])[],
  mapping?: {
    headerRow: number;
    columns: { field: 'name' | 'organisationName' | 'groupName'; column: string }[];
  },
) {
  const content = xlsxOf([{ name: '名册', rows: [HEADER, ...rows] }]);
  const fileId = await upload(world, world, person, { purpose: 'roster', name: '名册.xlsx', content });
  return world.ok(person, 'intake.readRoster', {
    fileId,
    organisationId: world.organisations[organisation],
    purpose: 'import',
    ...(mapping ? { mapping: [{ sheet: '名册', ...mapping }] } : {}),
  });
}

const nothing = { leaveOut: [], asNew: [], create: [], gone: [] };
const newcomer = [null, '新一', '13900000001', '2012-07-01', '机关第二党支部', '汉族'];

const linesOf = async (intakeId: string, list: 'problems' | 'missing' | 'added') =>
  (await world.ok('siblingSecretary', 'intake.lines', { intakeId, list })).lines;

/** Without those whom the file leaves out. */
const problemsOfRows = async (intakeId: string) =>
  (await linesOf(intakeId, 'problems')).filter((line) => line.at !== null);

const rowsIn = (table: string) =>
  world.asActor('secretary', async ({ trx }) => {
    const { rows } = await sql.raw<{ text: string }>(`select t::text as text from ${table} t`).execute(trx);
    return rows.map((row) => row.text).join('\n');
  });

it.each(['left out of the file', 'marked as 转出'])(
  'a branch does not send away who holds a post above it, %s',
  async (how) => {
    const rows =
      how === 'left out of the file'
        ? [newcomer]
        : [newcomer, ['a0000016', '安书记', null, '2001-07-01', '机关第二党支部', null]];
    const content = xlsxOf([
      {
        name: '名册',
        rows: [[...HEADER, '党籍状态'], ...rows.map((row, at) => [...row, at === 0 ? '正常' : '转出'])],
      },
    ]);
    const fileId = await upload(world, world, 'siblingSecretary', {
      purpose: 'roster',
      name: '名册.xlsx',
      content,
    });
    const intake = await world.ok('siblingSecretary', 'intake.readRoster', {
      fileId,
      organisationId: world.organisations.sibling,
      purpose: 'import',
    });
    const memberId = world.members.committeeSecretary;
    const missing = await linesOf(intake.intakeId, 'missing');
    expect(missing.map((line) => line.name)).toContain('邻支员');
    expect(missing.map((line) => line.memberId)).not.toContain(memberId);
    const problems = await linesOf(intake.intakeId, 'problems');
    expect(problems.find((line) => line.name === '安书记')?.problem?.code).toBe('leaverHeldAbove');
    const reply = await world.call('siblingSecretary', 'intake.applyRoster', {
      ...{ intakeId: intake.intakeId, version: intake.version, ...nothing },
      gone: [{ memberId, becomes: 'left', on: '2026-11-20' }],
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await world.ok('committeeSecretary', 'identity.me', {});
  },
);

it('a list of made-up numbers does not tell which of them are somebody’s login name elsewhere', async () => {
  const rows = [
    ['a0000001', '查无此人', null, null, '机关第二党支部', null],
    ['a0000099', '也无此人', null, null, '机关第二党支部', null],
    ['a0000023', '仍无此人', null, null, '机关第二党支部', null],
  ];
  const { intakeId } = await read('siblingSecretary', 'sibling', rows);
  const codes = (await problemsOfRows(intakeId)).map((line) => line.problem?.code);
  expect(codes).toEqual(['numberUnknown', 'numberUnknown', 'numberUnknown']);
});

it('a namesake among administrators, who belong to no branch, is not hinted at', async () => {
  const { intakeId, found } = await read('siblingSecretary', 'sibling', [
    [null, '管系统', null, null, '机关第二党支部', null],
  ]);
  expect(found.added).toBe(1);
  expect(await problemsOfRows(intakeId)).toEqual([]);
});

it('signs that the database cannot keep are left out of cells', async () => {
  const intake = await read('siblingSecretary', 'sibling', [
    [null, '新_x0000_二', '13900000002', '2012-07-01', '机关第二_xD800_党支部', null],
  ]);
  expect(intake.found).toMatchObject({ added: 1 });
  const reply = await world.call('siblingSecretary', 'intake.applyRoster', {
    ...{ intakeId: intake.intakeId, version: intake.version, ...nothing },
  });
  expect(reply).toMatchObject({ ok: true, data: { done: { added: 1 } } });
});

describe('a person’s correction of the mapping', () => {
  const identity = '11010119850709123X';
  const person = [identity, '新一', '1985.07.09', '2012-07-01', '某县某路五号', '畲族'];

  it('that takes a person’s row for the header names columns by their letters', async () => {
    const intake = await read('siblingSecretary', 'sibling', [person, newcomer], {
      headerRow: 2,
      columns: [{ field: 'name', column: 'B' }],
    });
    const said = JSON.stringify(intake) + (await rowsIn('receipt'));
    for (const cell of ['畲族', '某县某路五号', '1985.07.09', identity]) expect(said).not.toContain(cell);
    expect(intake.dropped).toContain('F 列');
  });

  it('that reads identity numbers as branches keeps none of them', async () => {
    const intake = await read('siblingSecretary', 'sibling', [person], {
      headerRow: 1,
      columns: [
        { field: 'name', column: 'B' },
        { field: 'organisationName', column: 'A' },
      ],
    });
    const { lines } = await world.ok('siblingSecretary', 'intake.lines', {
      intakeId: intake.intakeId,
      list: 'added',
    });
    expect(JSON.stringify([intake, lines, await rowsIn('receipt')])).not.toContain(identity);
    expect(lines[0]?.organisationName).toBe('机关第二党支部');
  });
});

it('an import is not taken back over somebody who has risen above the branch since', async () => {
  const { intakeId, version } = await read('siblingSecretary', 'sibling', [
    [null, '邻支员', '13900000009', '2001-07-01', '机关第二党支部', null],
  ]);
  await world.ok('siblingSecretary', 'intake.applyRoster', { intakeId, version, ...nothing });
  await world.ok('systemAdmin', 'roster.appoint', {
    memberId: world.members.siblingMember,
    organisationId: world.organisations.committee,
    post: 'committeeOfficer',
    from: '2026-11-23',
    to: null,
    named: [],
  });
  const undo = { intakeId, version: 2 };
  expect(await world.refused('siblingSecretary', 'intake.undoRoster', undo)).toBe('undo_too_late');
});
