import fc from 'fast-check';
import { planRoster, type RosterComparison } from './planRoster';
import type { FileRow, Known, KnownOrganisation, PlanLine } from './rosterPlan';

const organisation = (
  id: string,
  name: string,
  rest: Partial<KnownOrganisation> = {},
): KnownOrganisation => ({
  id,
  name,
  level: 'branch',
  parentId: 'c',
  isInReach: true,
  isInScope: true,
  ...rest,
});
const committee = organisation('c', '测试局机关党委', { level: 'organCommittee', parentId: null });
const first = organisation('b1', '机关第一党支部');
const second = organisation('b2', '机关第二党支部');

const row = (number: number, rest: Partial<FileRow> = {}): FileRow => ({
  at: { sheet: '名册', row: number },
  number: null,
  name: `同志${number}`,
  mobile: null,
  joinedOn: null,
  fullSince: null,
  kind: null,
  organisationName: '机关第一党支部',
  groupName: null,
  posts: null,
  marks: [],
  leadingCadre: null,
  status: null,
  ...rest,
});
const member = (id: string, rest: Partial<Known> = {}): Known => ({
  memberId: id,
  version: 1,
  number: `a${id}`,
  name: `同志${id}`,
  kind: 'full',
  status: 'active',
  leadingCadre: false,
  mobile: null,
  joinedOn: null,
  fullSince: null,
  organisationId: 'b1',
  groupIds: [],
  marks: [],
  isHeldAbove: false,
  ...rest,
});
const compare = (rows: FileRow[], known: Known[], rest: Partial<RosterComparison> = {}) =>
  planRoster({
    rows,
    cellProblems: [],
    known,
    organisations: [committee, first, second],
    scopeId: 'c',
    bureauNames: ['测试局'],
    mayCreate: false,
    asNew: new Set(),
    ...rest,
  });
const only = (rows: FileRow[], known: Known[], rest: Partial<RosterComparison> = {}): PlanLine => {
  const [line] = compare(rows, known, rest).lines;
  if (!line) throw new Error('no line');
  return line;
};

describe('whom a row means', () => {
  const zhang = member('1', { name: '张三', mobile: '13800000001', joinedOn: '1985-07-09' });

  it('is found by our number, whatever else has changed', () => {
    const line = only([row(1, { number: 'A1', name: '张三', mobile: '13900000000' })], [zhang]);
    expect(line).toMatchObject({ list: 'changed', member: zhang });
    expect(line.changes).toEqual([{ field: 'mobile', from: '13800000001', to: '13900000000' }]);
  });

  it('takes a new name under a number only when something else agrees', () => {
    expect(only([row(1, { number: 'a1', name: '张珊' })], [zhang]).problem?.code).toBe('numberOfAnother');
    const renamed = only([row(1, { number: 'a1', name: '张珊', joinedOn: '1985-07' })], [zhang]);
    expect(renamed.changes).toEqual([{ field: 'name', from: '张三', to: '张珊' }]);
  });

  it('is nobody under a number that the roster does not have', () => {
    expect(only([row(1, { number: 'z9', name: '张三' })], [zhang]).problem?.code).toBe('numberUnknown');
  });

  it('is found by name and mobile, else by name and joining date; a month matches a day in it', () => {
    for (const with_ of [
      { mobile: '13800000001' },
      { joinedOn: '1985-07-09' },
      { joinedOn: '1985-07' },
      { mobile: '13900000000', joinedOn: '1985-07' },
    ]) {
      expect(only([row(1, { name: '张 三', ...with_ })], [zhang]).member).toBe(zhang);
    }
    expect(only([row(1, { name: '张三', joinedOn: '1985-08' })], [zhang]).member).toBeNull();
  });

  it('is never found by the name alone: somebody has to say that it is another person', () => {
    const unclear = only([row(1, { name: '张三' })], [zhang]);
    expect(unclear).toMatchObject({ list: 'problems', problem: { code: 'nameOnly', mayBeNew: true } });
    expect(only([row(1, { name: '张三' })], [zhang], { asNew: new Set(['r0']) }).list).toBe('added');
  });

  it('is somebody new beyond doubt when mobile and joining date both differ', () => {
    const other = row(1, { name: '张三', mobile: '13700000000', joinedOn: '2001-07' });
    expect(only([other], [zhang]).list).toBe('added');
  });

  it('is a problem when two members agree', () => {
    const twin = member('2', { name: '张三', joinedOn: '1985-07-20' });
    expect(only([row(1, { name: '张三', joinedOn: '1985-07' })], [zhang, twin]).problem?.code).toBe(
      'twoMatches',
    );
  });

  it('hints at nobody out of reach', () => {
    const elsewhere = member('3', { name: '李四', organisationId: 'b2', mobile: '13800000003' });
    const organisations = [committee, first, { ...second, isInReach: false, isInScope: false }];
    const rest = { organisations, scopeId: 'b1' };
    expect(only([row(1, { name: '李四' })], [elsewhere], rest).list).toBe('added');
    expect(only([row(1, { name: '王五', mobile: '13800000003' })], [elsewhere], rest).list).toBe('added');
  });
});

describe('what becomes of a row', () => {
  it('does not let a file without a value take one away, nor a month replace its day', () => {
    const known = member('1', {
      name: '张三',
      mobile: '13800000001',
      joinedOn: '1985-07-09',
      marks: ['retired'],
    });
    expect(only([row(1, { name: '张三', joinedOn: '1985-07' })], [known])).toMatchObject({
      list: 'unchanged',
      changes: [],
    });
    const precise = member('1', { name: '张三', joinedOn: '1985-07' });
    expect(only([row(1, { name: '张三', joinedOn: '1985-07-09' })], [precise]).changes).toEqual([
      { field: 'joinedOn', from: '1985-07', to: '1985-07-09' },
    ]);
  });

  it('moves somebody between branches only with reach over both', () => {
    const known = member('1', { name: '张三', mobile: '13800000001', organisationId: 'b2' });
    const moved = row(1, { name: '张三', mobile: '13800000001' });
    expect(only([moved], [known])).toMatchObject({
      list: 'transferred',
      changes: [{ field: 'organisation', from: 'b2', to: 'b1' }],
    });
    const organisations = [committee, first, { ...second, isInReach: false, isInScope: false }];
    expect(only([moved], [known], { organisations, scopeId: 'b1' }).problem?.code).toBe('otherBranch');
  });

  it('leaves the entry of somebody with a post above to those above', () => {
    const known = member('1', {
      name: '张三',
      mobile: '13800000001',
      joinedOn: '1985-07',
      isHeldAbove: true,
    });
    const change = row(1, { name: '张三', mobile: '13900000000', joinedOn: '1985-07' });
    expect(only([change], [known]).problem?.code).toBe('heldAbove');
    expect(only([{ ...change, mobile: null }], [known]).list).toBe('unchanged');
  });

  it('brings back who had left, with a place and in force', () => {
    const known = member('1', { name: '张三', joinedOn: '1985-07', status: 'left', organisationId: null });
    expect(only([row(1, { name: '张三', joinedOn: '1985-07' })], [known])).toMatchObject({
      list: 'changed',
      changes: [
        { field: 'status', from: 'left', to: 'active' },
        { field: 'organisation', from: null, to: 'b1' },
      ],
    });
  });

  it('refuses two rows for one member, one new person or one mobile number', () => {
    const known = member('1', { name: '张三', mobile: '13800000001', joinedOn: '1985-07-09' });
    const codes = (rows: FileRow[]) => compare(rows, [known]).lines.map((line) => line.problem?.code);
    expect(
      codes([row(1, { name: '张三', mobile: '13800000001' }), row(2, { name: '张三', joinedOn: '1985-07' })]),
    ).toEqual(['sameMember', 'sameMember']);
    const twice = { name: '李四', joinedOn: '1990-01' };
    expect(codes([row(1, twice), row(2, twice)])).toEqual(['twiceInFile', 'twiceInFile', undefined]);
    const shared = { mobile: '13700000000' };
    expect(codes([row(1, shared), row(2, shared)])).toEqual(['mobileTwice', 'mobileTwice', undefined]);
    expect(codes([row(1, { name: '李四', mobile: '13800000001' })])).toEqual(['mobileTaken', undefined]);
  });

  it('names who is missing from a branch that the file is about, and nobody of other branches', () => {
    const known = [member('1'), member('2'), member('3', { organisationId: 'b2' })];
    const lines = compare([row(1, { number: 'a1', name: '同志1' })], known).lines;
    expect(lines.map((line) => [line.list, line.member?.memberId])).toEqual([
      ['unchanged', '1'],
      ['missing', '2'],
    ]);
  });

  it('calls nobody missing whom a problem row may mean', () => {
    const known = [member('1', { name: '张三', joinedOn: '1985-07' })];
    expect(compare([row(1, { name: '张三' })], known).lines.map((line) => line.list)).toEqual(['problems']);
  });

  it('asks about who is written as transferred out', () => {
    const known = member('1', { name: '张三', joinedOn: '1985-07' });
    const gone = { name: '张三', joinedOn: '1985-07', status: 'transferredOut' as const };
    expect(only([row(1, gone)], [known])).toMatchObject({ list: 'missing', member: known });
    expect(only([row(1, { ...gone, name: '李四' })], [known]).problem?.code).toBe('alreadyGone');
  });
});

describe('where a row belongs', () => {
  it.each([
    '机关第一党支部',
    '中共机关第一支部委员会',
    '测试局机关第一党支部',
    '中共测试局机关第一党支部委员会',
    '机关 第一 支部',
  ])('%s is the first branch', (organisationName) => {
    expect(only([row(1, { organisationName })], []).organisationId).toBe('b1');
  });

  it('offers to make an unknown branch to whoever may, and is a problem else', () => {
    const unknown = [row(1, { organisationName: '机关第九党支部' })];
    expect(only(unknown, [], { mayCreate: true })).toMatchObject({
      list: 'added',
      organisationId: null,
      createName: '机关第九党支部',
    });
    expect(only(unknown, []).problem?.code).toBe('organisationUnknown');
    expect(compare(unknown, []).unknownOrganisations).toEqual([{ name: '机关第九党支部', lines: 1 }]);
  });

  it('is the branch itself when its own file does not say, and unsaid for a whole committee', () => {
    const silent = [row(1, { organisationName: null })];
    expect(only(silent, [], { scopeId: 'b1' }).organisationId).toBe('b1');
    expect(only(silent, []).problem?.code).toBe('organisationMissing');
  });

  it('is not another branch than the one that is read for', () => {
    const organisations = [committee, first, { ...second, isInScope: false }];
    const foreign = [row(1, { organisationName: '机关第二党支部' })];
    expect(only(foreign, [], { organisations, scopeId: 'b1' }).problem?.code).toBe('organisationOutside');
  });

  it('makes one branch of several spellings', () => {
    const spelt = ['办公室支部', '办公室党支部', '中共办公室支部委员会'];
    const { lines, unknownOrganisations } = compare(
      spelt.map((organisationName, at) => row(at + 1, { organisationName })),
      [],
      { mayCreate: true },
    );
    expect(lines.map(({ createName }) => createName)).toEqual(['办公室支部', '办公室支部', '办公室支部']);
    expect(unknownOrganisations).toEqual([{ name: '办公室支部', lines: 3 }]);
  });
});

describe('whatever the file holds', () => {
  const names = fc.constantFrom('张三', '李四', '王五');
  const mobiles = fc.option(fc.constantFrom('13800000001', '13800000002'), { nil: null });
  const dates = fc.option(fc.constantFrom('1985-07', '1985-07-09', '1985-07-20', '1990-01'), { nil: null });
  const places = fc.constantFrom('机关第一党支部', '机关第二党支部', '没有的支部');
  const rows = fc
    .array(fc.record({ name: names, mobile: mobiles, joinedOn: dates, organisationName: places }), {
      maxLength: 8,
    })
    .map((some) => some.map((one, at) => row(at + 1, one)));
  const status = fc.constantFrom('active' as const, 'left' as const);
  const roster = fc
    .array(fc.record({ name: names, mobile: mobiles, joinedOn: dates, status }), { maxLength: 8 })
    .map((some) =>
      some.map((one, at) =>
        member(String(at), { ...one, organisationId: one.status === 'left' ? null : 'b1' }),
      ),
    );

  it('gives every row one line, never two rows one member, and never a member by the name alone', () => {
    fc.assert(
      fc.property(rows, roster, fc.boolean(), (file, known, mayCreate) => {
        const { lines } = compare(file, known, { mayCreate });
        expect(lines.filter((line) => line.row).map((line) => line.row)).toEqual(file);
        const matched = lines.filter((line) => line.row && line.member);
        expect(new Set(matched.map((line) => line.member?.memberId)).size).toBe(matched.length);
        for (const { row: one, member: found } of matched) {
          const agrees =
            (one?.mobile != null && one.mobile === found?.mobile) ||
            (one?.joinedOn != null &&
              found?.joinedOn != null &&
              (one.joinedOn.startsWith(found.joinedOn) || found.joinedOn.startsWith(one.joinedOn)));
          expect(agrees).toBe(true);
        }
        const missing = lines.filter((line) => line.list === 'missing').map((line) => line.member?.memberId);
        expect(missing.some((id) => matched.some((line) => line.member?.memberId === id))).toBe(false);
      }),
    );
  });

  it('finds nothing to do in a file that says what the roster says', () => {
    fc.assert(
      fc.property(roster, (known) => {
        const people = known.filter((one) => one.status === 'active');
        const file = people.map((one, at) => row(at + 1, { ...one, marks: [], status: null }));
        const distinct = new Set(people.map((one) => one.mobile)).size === people.length;
        fc.pre(distinct);
        for (const line of compare(file, people).lines) expect(line.list).toBe('unchanged');
      }),
    );
  });
});
