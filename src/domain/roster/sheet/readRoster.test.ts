import fc from 'fast-check';
import { readRoster as readRosterOn } from './readRoster';
import type { MappingChoice, ReadRoster, RosterRow } from './rosterSheet';
import type { TableCell, TableFile, TableSheet } from './sheetTable';

type Made = string | number | null | Partial<TableCell>;

function sheetOf(rows: readonly (readonly Made[])[], parts: Partial<TableSheet> = {}): TableSheet {
  const cellOf = (made: Made, column: number): TableCell[] => {
    if (made === null) return [];
    const empty = { column, text: '', number: null, day: null, formula: false, error: false };
    if (typeof made === 'string') return [{ ...empty, text: made }];
    if (typeof made === 'number') return [{ ...empty, text: String(made), number: made }];
    return [{ ...empty, ...made }];
  };
  const filled = rows.map((row, at) => ({ row: at + 1, cells: row.flatMap(cellOf) }));
  return {
    name: '名册',
    hidden: false,
    merges: [],
    ...parts,
    rows: filled.filter(({ cells }) => cells.length > 0),
  };
}
/** The day on which the files are read. */
const TODAY = '2026-11-22';
const readRoster = (file: TableFile, choices?: readonly MappingChoice[]) =>
  readRosterOn(file, TODAY, choices);
const fileOf = (...sheets: TableSheet[]): TableFile => ({ kind: 'xlsx', sheets });
const read = (rows: readonly (readonly Made[])[], parts?: Partial<TableSheet>) =>
  readRoster(fileOf(sheetOf(rows, parts)));

const names = ({ rows }: ReadRoster) => rows.map(({ name }) => name);
const columnsOf = ({ sheets }: ReadRoster, at = 0) =>
  Object.fromEntries((sheets[at]?.columns ?? []).map(({ field, column }) => [field, column]));
const told = ({ problems }: ReadRoster) =>
  problems.map(({ at, code, weight }) => `${at.column ?? ''}${at.row} ${code} ${weight}`);

/** A name of its own for each, in Chinese signs only. */
const nameOf = (at: number) => `江${String.fromCodePoint(0x4e00 + at)}`;

it('lists two thousand problems and counts the rest', () => {
  const rows = Array.from({ length: 2_001 }, (_, at) => [nameOf(at), '12']);
  const { problems, rows: persons } = readRoster({
    kind: 'csv',
    sheets: [sheetOf([['姓名', '手机'], ...rows])],
  });
  expect(persons).toHaveLength(2_001);
  expect(problems).toHaveLength(2_001);
  expect(problems.at(-1)).toMatchObject({
    code: 'moreProblems',
    at: { row: 2_002 },
    message: expect.stringMatching(/（共 1 处）$/),
  });
});

describe('finding the header', () => {
  it('below a title, an instruction block and empty rows', () => {
    const roster = read([
      ['某某局党员名册'],
      ['填表说明：姓名、手机必须填写，日期写成八位数字'],
      [],
      [null, '姓名', '手机'],
      [null, '江晨', '13800000001'],
    ]);
    expect(roster.sheets[0]?.headerRow).toBe(4);
    expect(roster.rows[0]).toMatchObject({
      at: { sheet: '名册', row: 5 },
      name: '江晨',
      mobile: '13800000001',
    });
  });

  it('in two rows, the upper one merged over several columns, 姓名 merged downwards', () => {
    const roster = read(
      [
        ['姓名', '入党', null, '联系', null],
        [null, '日期', '转正日期', '手机', '地址'],
        ['江晨', '2012-07-01', '2013-07-01', '13800000001', '某处'],
      ],
      {
        merges: [
          { top: 1, bottom: 2, left: 0, right: 0 },
          { top: 1, bottom: 1, left: 1, right: 2 },
          { top: 1, bottom: 1, left: 3, right: 4 },
        ],
      },
    );
    expect(roster.sheets[0]?.headerRow).toBe(2);
    expect(roster.rows).toMatchObject([
      { name: '江晨', joinedOn: '2012-07-01', fullSince: '2013-07-01', mobile: '13800000001' },
    ]);
    expect(roster.dropped).toEqual(['地址']);
  });

  it('on each sheet that has one; hidden sheets and sheets without one are left alone', () => {
    const header = ['姓名', '手机'];
    const roster = readRoster(
      fileOf(
        sheetOf([['填写说明']], { name: '说明' }),
        sheetOf([header, ['江晨', null]], { name: '甲' }),
        sheetOf([[], header, ['林晓', null]], { name: '乙' }),
        sheetOf([header, ['旧人', null]], { name: '旧', hidden: true }),
      ),
    );
    expect(roster.rows.map(({ at, name }) => [at.sheet, at.row, name])).toEqual([
      ['甲', 2, '江晨'],
      ['乙', 3, '林晓'],
    ]);
    expect(roster.problems.map(({ at, code }) => [at.sheet, code])).toEqual([['旧', 'sheetHidden']]);
  });

  it('with a sheet for each branch takes the branch from its name, unless a column says it, and says so', () => {
    const sheets = (header: string[]) =>
      readRoster(
        fileOf(
          sheetOf([header, ['江晨', '四支部']], { name: '一支部' }),
          sheetOf([header, ['林晓', '四支部']], { name: '名单' }),
        ),
      );
    const [without, within] = [sheets(['姓名', '备注']), sheets(['姓名', '支部'])];
    expect(without.rows.map(({ organisationName }) => organisationName)).toEqual(['一支部', null]);
    expect(without.problems.map(({ at, code, weight }) => [at.sheet, code, weight])).toEqual([
      ['一支部', 'sheetIsOrganisation', 'note'],
      ['名单', 'sheetWithoutOrganisation', 'note'],
    ]);
    expect(within.rows.map(({ organisationName }) => organisationName)).toEqual(['四支部', '四支部']);
    // A file with one sheet belongs to the branch for which it is read.
    const one = readRoster(fileOf(sheetOf([['姓名'], ['江晨']], { name: '一支部' })));
    expect(one.rows[0]?.organisationName).toBeNull();
  });

  it('says so when there is none', () => {
    expect(told(read([['江晨', '13800000001']]))).toEqual(['1 noHeader row']);
  });
});

describe('the mapping', () => {
  it('takes 入党日期 and never 申请入党日期, which stands there twice', () => {
    const roster = read([
      ['姓名', '申请入党日期', '申请入党日期', '加入党组织日期', '转为正式党员日期'],
      ['江晨', 20100101, 20100102, 20120701, 20130701],
    ]);
    expect(columnsOf(roster)).toEqual({ name: 'A', joinedOn: 'D', fullSince: 'E' });
    expect(roster.dropped).toEqual(['申请入党日期']);
    expect(roster.sheets[0]?.dropped).toEqual([
      { column: 'B', header: '申请入党日期' },
      { column: 'C', header: '申请入党日期' },
    ]);
  });

  it('of a header that occurs twice takes the one whose cells fit, and says why', () => {
    const roster = read([
      ['姓名', '联系电话', '联系电话'],
      ['江晨', '028-88888888', '13800000001'],
    ]);
    expect(columnsOf(roster)).toMatchObject({ mobile: 'C' });
    expect(roster.sheets[0]?.columns.find(({ field }) => field === 'mobile')).toMatchObject({
      evidence: '表头是“联系电话”；下面看过的 1 格都是手机号；B 列“联系电话”下面的内容不像，没有取',
      confidence: 'likely',
    });
  });

  it('with cells alike takes the clearer header, then the column further left', () => {
    const [one, two] = [
      read([
        ['姓名', '政治面貌', '人员类别'],
        ['江晨', '中共党员', '正式党员'],
      ]),
      read([
        ['姓名', '手机', '手机'],
        ['江晨', '13800000001', '13800000002'],
      ]),
    ];
    expect(one.sheets[0]?.columns[1]).toMatchObject({ column: 'C', confidence: 'likely' });
    expect(one.sheets[0]?.columns[1]?.evidence).toContain('B 列“政治面貌”不如这个表头明确，没有取');
    expect(two.rows[0]?.mobile).toBe('13800000001');
    expect(two.sheets[0]?.columns[1]?.evidence).toContain('C 列“手机”同名，取了靠左的一列');
  });

  it('takes a header not met before only when its cells agree', () => {
    const header = ['姓名', '本人手机号（常用）号', '入党的时间'];
    expect(columnsOf(read([header, ['江晨', '13800000001', '2012.07']]))).toEqual({
      name: 'A',
      mobile: 'B',
      joinedOn: 'C',
    });
    expect(columnsOf(read([header, ['江晨', '见备注', '不清楚']]))).toEqual({ name: 'A' });
  });

  it('never takes what belongs to somebody else', () => {
    const header = ['姓名', '配偶手机', '紧急联系电话', '入党介绍人', '介绍人所在党支部'];
    const row = ['江晨', '13800000001', '13800000002', '林晓', '二支部'];
    expect(columnsOf(read([header, row]))).toEqual({ name: 'A' });
  });

  it('leaves 类别, 登录名 and 职务 of other meaning alone', () => {
    const roster = read([
      ['姓名', '类别', '登录名', '职务'],
      ['江晨', '教师', 'jiangchen', '科长'],
      ['林晓', '学生', 'linxiao', '处长'],
    ]);
    expect(columnsOf(roster)).toEqual({ name: 'A' });
    expect(roster.dropped).toEqual(['类别', '登录名', '职务']);
  });

  it('of duties of the employer keeps the Party posts only', () => {
    const roster = read([
      ['姓名', '工作单位及职务'],
      ['江晨', '某处处长、第一党支部书记'],
      ['林晓', '科员'],
    ]);
    expect(roster.rows).toMatchObject([
      { posts: '支部书记', namedPosts: ['secretary'] },
      { posts: null, namedPosts: [] },
    ]);
  });

  it('can be corrected: exactly the chosen columns are read', () => {
    const rows = [
      ['姓名', '曾用名', '手机', '流动党员', '退休'],
      ['江晨', '江早', '13800000001', '是', '是'],
    ];
    const choice: MappingChoice = {
      sheet: '名册',
      headerRow: 1,
      columns: [
        { field: 'name', column: 'B' },
        { field: 'marks', column: 'D' },
        { field: 'marks', column: 'E' },
      ],
    };
    const roster = readRoster(fileOf(sheetOf(rows)), [choice]);
    expect(roster.rows).toMatchObject([{ name: '江早', mobile: null, marks: ['floating', 'retired'] }]);
    expect(roster.dropped).toEqual(['姓名', '手机']);
    expect(roster.problems).toEqual([]);
  });

  it('can say that there is no header, and a row of persons taken for one is not quoted', () => {
    const rows = [
      ['江晨', '13800000001'],
      ['林晓', '13800000002'],
    ];
    const read = (headerRow: number) =>
      readRoster(fileOf(sheetOf(rows)), [
        { sheet: '名册', headerRow, columns: [{ field: 'name', column: 'A' }] },
      ]);
    expect(names(read(0))).toEqual(['江晨', '林晓']);
    expect(names(read(1))).toEqual(['林晓']);
    expect(read(1).dropped).toEqual(['B 列']);
  });

  it.each<[string, Partial<MappingChoice>]>([
    ['a sheet that is not there', { sheet: '别的' }],
    ['no name', { columns: [{ field: 'mobile', column: 'A' }] }],
    ['a column that no sheet has', { columns: [{ field: 'name', column: '1' }] }],
    [
      'one column for two fields',
      {
        columns: [
          { field: 'name', column: 'A' },
          { field: 'mobile', column: 'A' },
        ],
      },
    ],
    [
      'one field from two columns',
      {
        columns: [
          { field: 'name', column: 'A' },
          { field: 'name', column: 'B' },
        ],
      },
    ],
    ['a row before the first', { headerRow: -1 }],
    ['a row that is none', { headerRow: 1.5 }],
  ])('a correction with %s reads nothing', (_, wrong) => {
    const choice = {
      sheet: '名册',
      headerRow: 1,
      columns: [{ field: 'name', column: 'A' } as const],
      ...wrong,
    };
    const roster = readRoster(fileOf(sheetOf([['姓名'], ['江晨']])), [choice]);
    expect(roster.rows).toEqual([]);
    expect(told(roster)).toEqual(['1 badMapping row']);
  });
});

describe('the rows', () => {
  it('say at their cell what could not be read, and keep the rest', () => {
    const roster = read([
      ['姓名', '手机', '入党时间', '转正时间', '类别', '党籍状态'],
      ['江晨', '123', '1985年17月', 1985.1, '正式党员', '正常'],
      ['林晓', '无', '—', '/', '预备党员', '无'],
      ['李明', '13800000003', '2012-07-01', '2011-07', '正式党员', '正常'],
      ['王芳', '13800000004', '2012-07-01', '2012-07', '正式党员', '正常'],
    ]);
    expect(told(roster)).toEqual([
      'B2 badMobile cell',
      'C2 badDate cell',
      'D2 ambiguousMonth cell',
      'D4 fullBeforeJoining note',
    ]);
    expect(roster.rows[0]).toMatchObject({
      name: '江晨',
      mobile: null,
      joinedOn: null,
      fullSince: null,
      kind: 'full',
    });
    expect(roster.rows[1]).toMatchObject({
      mobile: null,
      joinedOn: null,
      kind: 'probationary',
      status: null,
    });
  });

  it('without a name are said, prepared empty ones are not, totals and notes are passed over', () => {
    const roster = read([
      ['序号', '姓名', '手机'],
      [1, '江晨', '13800000001'],
      [2, null, '13800000002'],
      [3, null, null],
      ['合计：2 人', null, null],
      [null, '合计', '2'],
      [null, '姓名', '手机'],
      ['填表人：某某    审核人：某某', null, null],
    ]);
    expect(names(roster)).toEqual(['江晨']);
    expect(told(roster)).toEqual([
      'B3 noName row',
      '5 noPerson note',
      '6 noPerson note',
      '7 noPerson note',
      '8 noPerson note',
    ]);
  });

  it('of people who are not members are left out, and said', () => {
    const roster = read([
      ['姓名', '政治面貌'],
      ['江晨', '中共党员'],
      ['林晓', '入党积极分子'],
      ['李明', '群众'],
    ]);
    expect(names(roster)).toEqual(['江晨']);
    expect(told(roster)).toEqual(['B3 notAMember row', 'B4 notAMember row']);
  });

  it('take a branch that is merged over many rows', () => {
    const roster = read(
      [
        ['支部', '姓名'],
        ['一支部', '江晨'],
        [null, '林晓'],
        [null, '李明'],
        ['二支部', '王芳'],
      ],
      { merges: [{ top: 2, bottom: 3, left: 0, right: 0 }] },
    );
    expect(roster.rows.map(({ organisationName }) => organisationName)).toEqual([
      '一支部',
      '一支部',
      null,
      '二支部',
    ]);
  });

  it('take the stored result of a formula and say it once for the column', () => {
    const formula = (text: string) => ({ text, formula: true });
    const roster = read([
      ['姓名', '手机'],
      [formula('江晨'), formula('13800000001')],
      [formula('林晓'), formula('')],
      [formula(''), '13800000003'],
      [{ text: '#N/A', error: true }, '13800000004'],
      ['李明', { text: '#REF!', error: true, formula: true }],
    ]);
    expect(roster.rows.map(({ name, mobile }) => [name, mobile])).toEqual([
      ['江晨', '13800000001'],
      ['林晓', null],
      ['李明', null],
    ]);
    expect(told(roster).sort()).toEqual([
      'A2 formulaTaken note',
      'A4 formulaWithoutValue row',
      'A5 cellError row',
      'B2 formulaTaken note',
      'B3 formulaWithoutValue cell',
      'B6 cellError cell',
    ]);
    expect(roster.problems.find(({ at }) => at.column === 'A' && at.row === 2)?.message).toContain('共 2 格');
  });

  it('too long for what they should be are not taken', () => {
    const roster = read([
      ['姓名', '支部'],
      ['江晨', '支'.repeat(80)],
      ['林晓', '支'.repeat(81)],
      ['名'.repeat(41), '支部'],
    ]);
    expect(roster.rows.map(({ organisationName }) => organisationName?.length ?? 0)).toEqual([80, 0]);
    expect(told(roster)).toEqual(['B3 tooLong cell', 'A4 tooLong row']);
  });

  it('of one person twice are read once; two people on one phone both stay', () => {
    const roster = read([
      ['姓名', '手机', '入党时间'],
      ['江晨', '13800000001', '2012-07-01'],
      ['江晨', '13800000001', '2012-07'],
      ['江晨', '无', '2012-07-01'],
      ['江晨', '13800000009', '2012-07-01'],
      ['林晓', '13800000001', '2013-07-01'],
      ['林晓', '无', '2014-07'],
      ['林晓', '无', '2014-07'],
    ]);
    expect(roster.rows.map(({ at }) => at.row)).toEqual([2, 5, 6, 7, 8]);
    expect(told(roster)).toEqual([
      '3 samePersonTwice row',
      '4 samePersonTwice row',
      '6 sameMobileTwice note',
      '7 sameNameTwice note',
      '8 sameNameTwice note',
    ]);
    expect(roster.problems[0]?.message).toBe('和另一行是同一位同志，只读入了前一行（第 2 行）');
  });

  it('with our own number count by it alone', () => {
    const roster = read([
      ['编号', '姓名', '手机'],
      ['A0000001', '江晨', '13800000001'],
      ['a0000001', '江晨', '13800000002'],
      ['a0000002', '江晨', '13800000001'],
      ['a0000003', '林晓', '无'],
      ['a0000004', '林晓', '无'],
      ['9', '李明', '无'],
    ]);
    expect(roster.rows.map(({ number }) => number)).toEqual([
      'a0000001',
      'a0000002',
      'a0000003',
      'a0000004',
      null,
    ]);
    expect(told(roster)).toEqual(['A7 badNumber cell', '3 sameNumberTwice row', '4 sameMobileTwice note']);
  });
});

describe('what is not kept', () => {
  const KEPT = ['姓名', '手机', '入党日期', '人员类别', '所在党支部'];
  const DROPPED = ['身份证号码', '出生日期', '民族', '家庭住址', '学历', '备注', '申请入党日期'];

  it('is in nothing that comes out, wherever its columns stand and whatever goes wrong', () => {
    const secret = fc.integer({ min: 0, max: 999_999 }).map((at) => `密${String(at).padStart(6, '0')}`);
    const shuffled = fc.shuffledSubarray([...KEPT, ...DROPPED], { minLength: 12, maxLength: 12 });
    const person = fc.record({
      name: fc.constantFrom('江晨', '', '合计', '林晓'),
      mobile: fc.constantFrom('13800000001', '1380000000x', ''),
      date: fc.constantFrom('2012-07-01', '2012-13', ''),
      secrets: fc.array(secret, { minLength: 7, maxLength: 7 }),
    });
    fc.assert(
      fc.property(shuffled, fc.array(person, { minLength: 1, maxLength: 8 }), (header, persons) => {
        const rows = persons.map(({ name, mobile, date, secrets }) =>
          header.map((title) => {
            const kept = [name, mobile, date, '正式党员', '一支部'][KEPT.indexOf(title)];
            return kept ?? secrets[DROPPED.indexOf(title)] ?? '';
          }),
        );
        const roster = read([header, ...rows]);
        expect(JSON.stringify(roster)).not.toContain('密');
        expect([...roster.dropped].sort()).toEqual([...DROPPED].sort());
        expect(JSON.stringify([roster.problems, roster.sheets])).not.toMatch(/138|江晨|林晓/);
      }),
    );
  });
});

it('every row comes from its own row of the file, in order, with the fields of the contract', () => {
  const field = fc.constantFrom('姓名', '手机', '入党时间', '类别', '支部', '序号', '备注');
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('江晨', '无', '2012-07-01', '合计'),
    fc.double({ noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(field, { minLength: 1 }), fc.array(fc.array(cell)), (header, rows) => {
      const roster = read([header, ...rows]);
      const places = roster.rows.map(({ at }) => at.row);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
      expect(new Set(places).size).toBe(places.length);
      for (const row of roster.rows) expect(isWellFormed(row)).toBe(true);
    }),
  );
});

it('a file made to be slow is understood in a moment', () => {
  const header = ['姓名', ...Array.from({ length: 16_000 }, () => '手机号码')];
  const rows = Array.from({ length: 5000 }, (_, at) => [
    `江晨${at}`,
    ...Array.from({ length: 40 }, () => '见备注'),
  ]);
  const merges = Array.from({ length: 100_000 }, (_, at) => ({
    top: 1,
    bottom: 60,
    left: at % 300,
    right: 399,
  }));
  const started = process.cpuUsage().user;
  expect(read([header, ...rows], { merges }).rows).toHaveLength(5000);
  // About 1 s; without the bounds it takes many minutes. Time of the processor, in microseconds: machines are shared.
  expect(process.cpuUsage().user - started).toBeLessThan(10_000_000);
});

function isWellFormed({ name, mobile, joinedOn, fullSince }: RosterRow): boolean {
  const date = /^\d{4}-\d{2}(-\d{2})?$/;
  return (
    name.trim() === name &&
    name !== '' &&
    (mobile === null || /^1\d{10}$/.test(mobile)) &&
    [joinedOn, fullSince].every((one) => one === null || date.test(one))
  );
}
