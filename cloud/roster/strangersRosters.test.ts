import { readRoster } from '../../src/domain/roster/sheet/readRoster';
import type { ReadRoster, RosterRow } from '../../src/domain/roster/sheet/rosterSheet';
import { decodeTable } from '../documents/decodeTable';
import { type MadeCell, type MadeSheet, xlsxOf } from '../testing/officeFiles';

/**
 * Rosters as secretaries have them, made up after what a search through twelve hundred files found: each of these was
 * once read wrongly without a word. What cannot be read for sure is a problem at its place.
 */
const TODAY = '2026-11-22';
const read = async (sheets: MadeSheet[]) => readRoster(await decodeTable(xlsxOf(sheets), 'a.xlsx'), TODAY);
const readOne = (rows: MadeCell[][], more: Omit<MadeSheet, 'rows'> = {}) => read([{ ...more, rows }]);
const readCsv = async (lines: string[]) =>
  readRoster(await decodeTable(Buffer.from(lines.join('\r\n')), 'a.csv'), TODAY);
const told = ({ problems }: ReadRoster) =>
  problems.map(({ at, code, weight }) => `${at.column ?? ''}${at.row} ${code} ${weight}`);
const pick = <K extends keyof RosterRow>({ rows }: ReadRoster, ...keys: K[]) =>
  rows.map((row) => keys.map((key) => row[key]));
const M = ['13800000001', '13800000002', '13800000003', '13800000004'] as const;

describe('headings in the midst of a list', () => {
  it('give their branch to the people below, the title above to those before the first', async () => {
    const roster = await readOne([
      ['机关第一党支部党员名册'],
      ['姓名', '手机'],
      ['江晨', M[0]],
      ['二、机关第二党支部（共 1 人）'],
      ['林晓', M[1]],
    ]);
    expect(pick(roster, 'name', 'organisationName')).toEqual([
      ['江晨', '机关第一党支部'],
      ['林晓', '机关第二党支部'],
    ]);
    expect(told(roster)).toEqual(['4 heading note']);
  });

  it('say the kind, who is retired, and who is no member or not here any more', async () => {
    const roster = await readOne([
      ['序号', '姓名', '手机'],
      ['正式党员'],
      [1, '江晨', M[0]],
      ['预备党员'],
      [1, '林晓', M[1]],
      ['离退休党员'],
      [1, '李明', M[2]],
      ['以下为已转出党员'],
      [1, '王芳', M[3]],
    ]);
    expect(pick(roster, 'name', 'kind', 'marks')).toEqual([
      ['江晨', 'full', []],
      ['林晓', 'probationary', []],
      ['李明', null, ['retired']],
    ]);
    expect(told(roster)).toContain('9 underOtherHeading row');
  });

  it('are no persons, and neither are totals and signatures', async () => {
    const ends = [
      '共12人',
      '书记（签字）：',
      '其中：预备党员',
      '2026年11月',
      '在职党员名单',
      '4人',
      '以上人员均已核对',
    ];
    const roster = await readOne([['姓名', '手机'], ['江晨', M[0]], ...ends.map((text) => [text])]);
    expect(pick(roster, 'name')).toEqual([['江晨']]);
    expect(roster.problems).toHaveLength(ends.length);
  });

  it('with another order of columns end the reading there', async () => {
    const roster = await readOne([
      ['姓名', '入党日期', '转正日期'],
      ['江晨', '2010-01-01', '2011-01-01'],
      ['姓名', '入党日期', '转正日期'],
      ['林晓', '2010-01-01', '2011-01-01'],
      ['姓名', '转正日期', '入党日期'],
      ['李明', '2011-01-01', '2010-01-01'],
    ]);
    expect(pick(roster, 'name')).toEqual([['江晨'], ['林晓']]);
    expect(told(roster)).toEqual(['3 noPerson note', '5 otherHeader row']);
  });
});

it('a second header whose 姓名 has moved is no person: one part is read, the other said', async () => {
  const short = [
    ['姓名', '手机'],
    ['江晨', M[0]],
  ];
  const long = [
    ['序号', '姓名', '手机'],
    [1, '林晓', M[1]],
  ];
  const [above, below] = [await readOne([...long, ...short]), await readOne([...short, ...long])];
  expect([pick(above, 'name'), told(above)]).toEqual([[['林晓']], ['3 otherHeader row']]);
  expect([pick(below, 'name'), told(below)]).toEqual([[['林晓']], ['3 rowsAboveHeader row']]);
});

describe('whose a column is', () => {
  it.each(['手机（家属）', '联系电话（家长）', '电话（紧急联系人）', '手机号码（配偶）'])(
    '%s is not the member’s',
    async (header) => {
      expect(
        pick(
          await readOne([
            ['姓名', header],
            ['江晨', M[0]],
          ]),
          'mobile',
        ),
      ).toEqual([[null]]);
    },
  );

  it('a telephone beside 紧急联系人, and a name and telephone under 入党介绍人, are theirs', async () => {
    const beside = await readOne([
      ['姓名', '紧急联系人', '联系电话'],
      ['江晨', '某甲', M[0]],
    ]);
    const over = await readOne(
      [
        ['入党介绍人', null, '本人', null],
        ['姓名', '电话', '姓名', '电话'],
        ['某甲', M[0], '江晨', M[1]],
      ],
      { merges: ['A1:B1', 'C1:D1'] },
    );
    expect(pick(beside, 'mobile')).toEqual([[null]]);
    expect(pick(over, 'name', 'mobile')).toEqual([['江晨', M[1]]]);
  });

  it('ticks under 正式党员 and 预备党员 say the kind', async () => {
    const roster = await readOne([
      ['姓名', '手机', '正式党员', '预备党员'],
      ['江晨', M[0], '√', null],
      ['林晓', M[1], null, '√'],
      ['李明', M[2], '√', '√'],
    ]);
    expect(pick(roster, 'kind')).toEqual([['full'], ['probationary'], [null]]);
    expect(told(roster)).toEqual(['C4 unknownKind cell']);
  });
});

describe('names', () => {
  it.each([
    '王芳13800000009',
    '王*',
    '江晨、林晓',
    '江晨\n林晓',
    '王芳（已转出）',
    '李××',
    '王芳 000000000000000000',
    '张三（示例）',
  ])('%j is left out and said, not taken for a person', async (name) => {
    const roster = await readOne([
      ['序号', '姓名', '手机'],
      [1, name, M[0]],
    ]);
    expect(roster.rows).toEqual([]);
    expect(told(roster)).toEqual(['B2 nameUnclear row']);
    expect(JSON.stringify(roster)).not.toContain('000000000000000000');
  });

  it('a hint behind a name is dropped and said; every kind of dot is one', async () => {
    const roster = await readOne([
      ['姓名', '手机'],
      ['王芳（女）', M[0]],
      ['阿依古丽.买买提', M[1]],
      ['江晨 林晓', M[2]],
    ]);
    expect(pick(roster, 'name')).toEqual([['王芳'], ['阿依古丽·买买提'], ['江晨林晓']]);
    expect(told(roster)).toEqual(['A2 nameHint note', 'A4 nameToCheck note']);
  });

  it('namesakes whom nothing tells apart are both read, and said', async () => {
    const lines = [
      ['姓名', '手机'],
      ['江晨', M[0]],
      ['江晨', M[1]],
      ['江晨', null],
    ];
    const roster = await readOne(lines);
    expect(roster.rows).toHaveLength(3);
    expect(told(roster)).toEqual(['4 sameNameTwice note']);
  });
});

describe('a branch written once for many', () => {
  it('holds for the empty cells below it, in a .csv that has lost its merges too', async () => {
    const lines = [
      '支部,姓名,手机',
      `一支部,江晨,${M[0]}`,
      `,林晓,${M[1]}`,
      `二支部,李明,${M[2]}`,
      `,王芳,${M[3]}`,
    ];
    const roster = await readCsv(lines);
    expect(pick(roster, 'organisationName')).toEqual([['一支部'], ['一支部'], ['二支部'], ['二支部']]);
    expect(told(roster)).toEqual(['A3 filledDown note']);
  });

  it('does not reach into a gap of a column that is filled in row by row', async () => {
    const rows = ['一支部', '一支部', null, '二支部', '二支部'].map((branch, at) => [
      branch,
      `江${'一二三四五'[at]}`,
    ]);
    const roster = await readOne([['支部', '姓名'], ...rows]);
    expect(pick(roster, 'organisationName')[2]).toEqual([null]);
    expect(told(roster)).toEqual(['A4 organisationUnsaid cell']);
  });

  it('is meant by 同上', async () => {
    const roster = await readOne([
      ['姓名', '支部'],
      ['江晨', '一支部'],
      ['林晓', '同上'],
      ['李明', '〃'],
    ]);
    expect(pick(roster, 'organisationName')).toEqual([['一支部'], ['一支部'], ['一支部']]);
  });
});

describe('sheets', () => {
  it('of people who are no members, or have gone, are left alone and said; a title does as well', async () => {
    const roster = await read([
      {
        name: '在册',
        rows: [
          ['姓名', '手机'],
          ['江晨', M[0]],
        ],
      },
      {
        name: '入党积极分子',
        rows: [
          ['姓名', '手机'],
          ['林晓', M[1]],
        ],
      },
      { name: '3', rows: [['2025年转出党员名册'], ['姓名', '手机'], ['李明', M[2]]] },
    ]);
    expect(pick(roster, 'name')).toEqual([['江晨']]);
    expect(told(roster)).toEqual(['1 sheetOfOthers row', '2 sheetOfOthers row']);
  });

  it('that are hidden or have no header, and rows that are hidden, are not read, and it is said', async () => {
    const hidden = `<row r="3" hidden="1"><c r="A3" t="str"><v>林晓</v></c></row>`;
    const roster = await read([
      {
        name: '甲',
        rows: [
          ['姓名', '手机'],
          ['江晨', M[0]],
        ],
        moreRows: hidden,
      },
      {
        name: '乙',
        rows: [
          ['姓名', '手机'],
          ['李明', M[2]],
        ],
        hidden: true,
      },
      { name: '丙', rows: [['王芳', M[3]]] },
    ]);
    expect(pick(roster, 'name')).toEqual([['江晨']]);
    expect(told(roster).sort()).toEqual(['1 sheetHidden note', '1 sheetUnread row', '3 hiddenRows row']);
  });

  it('beside sheets of branches without a branch of their own are pointed out', async () => {
    const rows = (name: string, at: 0 | 1) => [
      ['姓名', '手机'],
      [name, M[at]],
    ];
    const roster = await read([
      { name: '第三支部（退休）', rows: rows('江晨', 0) },
      { name: '老干部', rows: rows('林晓', 1) },
    ]);
    expect(pick(roster, 'organisationName')).toEqual([['第三支部'], [null]]);
    expect(told(roster)).toEqual(['1 sheetIsOrganisation note', '1 sheetWithoutOrganisation note']);
  });

  it('with a column for each person, or two lists side by side, are not half read in silence', async () => {
    const turned = await readOne([
      ['姓名', '江晨', '林晓'],
      ['手机', M[0], M[1]],
      ['入党日期', '2010-01-01', '2011-01-01'],
    ]);
    const two = await readOne([
      ['姓名', '手机', '姓名', '手机'],
      ['江晨', M[0], '林晓', M[1]],
    ]);
    expect([turned.rows, told(turned)]).toEqual([[], ['1 sheetTransposed row']]);
    expect(told(two)).toContain('1 secondNames row');
  });
});

it('a header in two rows is one in a .csv as well', async () => {
  const roster = await readCsv([
    '姓名,党内情况,,联系',
    ',入党时间,转正时间,手机',
    `江晨,2010-07,2011-07,${M[0]}`,
  ]);
  expect(pick(roster, 'name', 'joinedOn', 'fullSince', 'mobile')).toEqual([
    ['江晨', '2010-07', '2011-07', M[0]],
  ]);
});

it('the last line of a .csv counts though its last field is empty and no line break follows', async () => {
  expect(pick(await readCsv(['姓名,手机', `江晨,${M[0]}`, '林晓,']), 'name')).toEqual([['江晨'], ['林晓']]);
});

it('a day that has not come is not taken, and kinds that the dates contradict are pointed out', async () => {
  const roster = await readOne([
    ['姓名', '入党日期', '转正日期', '人员类别', '转出日期'],
    ['江晨', '2026-03-01', '2027-03-01', '预备党员', null],
    ['林晓', '2026-03-01', null, '正式党员', null],
    ['李明', '2026-03-01', null, null, null],
    ['王芳', '2012-03-01', '2013-03-01', '预备党员', null],
    ['赵德', '2012-03-01', '2013-03-01', '正式党员', '2027-01-01'],
  ]);
  expect(pick(roster, 'fullSince', 'kind', 'status')).toEqual([
    [null, 'probationary', null],
    [null, 'full', null],
    [null, null, null],
    ['2013-03-01', 'probationary', null],
    ['2013-03-01', 'full', null],
  ]);
  expect(told(roster)).toEqual([
    'C2 dateAhead cell',
    '3 kindAgainstDate note',
    '4 kindUnsaid note',
    '5 kindAgainstDate note',
    'E6 dateAhead cell',
  ]);
});

it.each([
  ['党籍状态', '未转出', 'active'],
  ['党籍状态', '正在转出', null],
  ['党籍状态', '未停止', null],
])('%s %s is %s', async (header, words, status) => {
  const roster = await readOne([
    ['姓名', header],
    ['江晨', words],
    ['林晓', '正常'],
    ['李明', '正常'],
  ]);
  expect(roster.rows[0]?.status).toBe(status);
  expect(roster.problems).toHaveLength(status === null ? 1 : 0);
});
