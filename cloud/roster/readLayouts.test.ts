import { type BookType, utils, write } from '@e965/xlsx';
import { readRoster } from '../../src/domain/roster/sheet/readRoster';
import type { ReadRoster } from '../../src/domain/roster/sheet/rosterSheet';
import { decodeTable } from '../documents/decodeTable';
import { type MadeCell, type MadeSheet, xlsxOf } from '../testing/officeFiles';
import { rosterTemplate } from './rosterTemplate';

/**
 * The layouts met in real files, as headers only (testdata/roster-and-record-layouts.md R1 to R10), each with made-up
 * people below, through a real file and back.
 */
async function read(content: Buffer, name = '名册.xlsx'): Promise<ReadRoster> {
  return readRoster(await decodeTable(content, name), '2025-11-22');
}
const header = (line: string): string[] => line.split('|').map((text) => text.replaceAll('⏎', '\n'));
const readXlsx = (rows: MadeCell[][], more: Omit<MadeSheet, 'rows'> = {}) =>
  read(xlsxOf([{ ...more, rows }]));
const xlsOf = (rows: (string | number | null)[][], bookType: BookType = 'biff8') => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Sheet1');
  return write(book, { type: 'buffer', bookType }) as Buffer;
};
const columnsOf = ({ sheets }: ReadRoster) =>
  Object.fromEntries((sheets[0]?.columns ?? []).map(({ field, column }) => [field, column]));
/** No identity number; longer than anything else in these rows. */
const ID = '000000000000000000';

it('R1: line breaks and hints in headers, dates as whole numbers, telephones as numbers', async () => {
  const roster = await readXlsx([
    header(
      '序号|班级/单位|隶属组织（党支部）|专业|姓名|政治面貌|性别|身份证号码|出生日期⏎（具体到日）|籍贯（具体到区、县）|出生地（具体到区、县）|家庭地址|手机|入党日期|学号',
    ),
    [
      1,
      '一班',
      '第一党支部',
      '无',
      '江晨',
      '中共党员',
      '男',
      ID,
      19850709,
      '某地',
      '某地',
      '某处',
      13800000001,
      20120701,
      '001',
    ],
    [
      2,
      '一班',
      '第一党支部',
      '无',
      '林晓',
      '中共预备党员',
      '女',
      ID,
      19900101,
      '某地',
      '某地',
      '某处',
      13800000002,
      20240701,
      '002',
    ],
  ]);
  expect(roster.rows).toMatchObject([
    {
      name: '江晨',
      mobile: '13800000001',
      joinedOn: '2012-07-01',
      kind: 'full',
      organisationName: '第一党支部',
    },
    { name: '林晓', mobile: '13800000002', joinedOn: '2024-07-01', kind: 'probationary' },
  ]);
  expect(roster.problems).toEqual([]);
  expect(roster.dropped).toEqual(
    header('序号|班级/单位|专业|性别|身份证号码|出生日期|籍贯|出生地|家庭地址|学号'),
  );
});

it('R2: the same as texts with dates by dashes', async () => {
  const roster = await readXlsx([
    header(
      '序号|姓名|性别|民族|政治面貌|入党时间|身份证号|出生日期|籍贯|现居住地|联系电话|入学时间|学历|专业|年级|组织',
    ),
    [
      '1',
      '江晨',
      '男',
      '汉族',
      '中共党员',
      '2012-07-01',
      ID,
      '1985-07-09',
      '某地',
      '某地',
      '13800000001',
      null,
      '无',
      '无',
      '无',
      '第一党支部',
    ],
  ]);
  expect(roster.rows).toMatchObject([
    {
      name: '江晨',
      mobile: '13800000001',
      joinedOn: '2012-07-01',
      kind: 'full',
      organisationName: '第一党支部',
    },
  ]);
});

const R3 =
  '登录名|姓名|性别|手机号码|身份证号|民族|学历|学位|籍贯|出生年月(yyyy-MM)⏎|入党时间⏎(yyyy-MM-dd)|所属组织|党务工作者|志愿者|党代表|困难党员|家庭住址|备注说明|是否管理员';
const r3Row = [
  'jiangchen',
  '江晨',
  '男',
  '13800000001',
  ID,
  '汉族',
  '无',
  '无',
  '某地',
  '1985-07',
  '2012-07-01',
  '第一党支部',
  '是',
  '否',
  '否',
  '否',
  '某处',
  '无',
  '否',
];

it('R3 in .xls: another program’s 登录名 is not our number, hardship and duties are dropped', async () => {
  const roster = await read(xlsOf([header(R3), r3Row]), '党员信息表.xls');
  expect(columnsOf(roster)).toEqual({ name: 'B', mobile: 'D', joinedOn: 'K', organisationName: 'L' });
  expect(roster.rows).toMatchObject([{ number: null, name: '江晨', joinedOn: '2012-07-01' }]);
  expect(roster.dropped).toEqual(expect.arrayContaining(['登录名', '困难党员', '身份证号', '是否管理员']));
});

it('R4 in .xls: whoever has a day of leaving has left', async () => {
  const rows = [header(`${R3}|转出申请时间|转出时间|审核人`), [...r3Row, '2024-05-01', '2024-06-01', '某某']];
  expect((await read(xlsOf(rows), '历史党员信息表.xls')).rows).toMatchObject([
    { name: '江晨', status: 'transferredOut' },
  ]);
});

it('R5 in .xls: applicants and activists are no members', async () => {
  const roster = await read(
    xlsOf([
      header(
        '登录名|姓名|性别|手机号码|身份证号|民族|所属组织|组织身份|学历|学位|籍贯|出生年月(yyyy-MM)⏎|单位、职务或职业|现居住地|备注说明',
      ),
      [
        'a',
        '江晨',
        '男',
        '13800000001',
        ID,
        '汉族',
        '第一党支部',
        '发展对象',
        '',
        '',
        '',
        '1985-07',
        '科员',
        '某地',
        '',
      ],
      [
        'b',
        '林晓',
        '女',
        '13800000002',
        ID,
        '汉族',
        '第一党支部',
        '预备党员',
        '',
        '',
        '',
        '1985-07',
        '科员',
        '某地',
        '',
      ],
    ]),
    '发展党员信息表.xls',
  );
  expect(roster.rows).toMatchObject([{ name: '林晓', kind: 'probationary', posts: null }]);
  expect(roster.problems.map(({ code }) => code)).toEqual(['notAMember']);
});

it('R6: a title above the header', async () => {
  const roster = await readXlsx(
    [
      ['党员信息表'],
      header('姓名|电话号码|职务|组织|类别|性别|学号/工号|入党时间'),
      ['江晨', '13800000001', '支部书记', '第一党支部', '正式党员', '男', '001', '2012.07'],
    ],
    { merges: ['A1:H1'] },
  );
  expect(roster.sheets[0]?.headerRow).toBe(2);
  expect(roster.rows).toMatchObject([
    {
      at: { row: 3 },
      joinedOn: '2012-07',
      kind: 'full',
      namedPosts: ['secretary'],
      organisationName: '第一党支部',
    },
  ]);
});

it('R7: three sheets, of people outside the Party', async () => {
  const rows = [
    ['统战人员'],
    header(
      '姓名|性别|民族|籍贯|学历|学位|毕业院校及专业|职务|专业技术职称|职级|现任职时间|政治面貌|政治安排情况|联系电话',
    ),
    ['江晨', '男', '', '', '', '', '', '处长', '', '', '2020-01', '民盟盟员', '', '13800000001'],
  ];
  const roster = await read(
    xlsxOf([{ rows }, { name: '二', rows: rows.slice(0, 2) }, { name: '三', rows: [['字典']] }]),
  );
  expect(roster.rows).toEqual([]);
  expect(roster.problems.map(({ at, code }) => [at.sheet, at.column, at.row, code])).toEqual([
    ['Sheet1', 'L', 3, 'notAMember'],
  ]);
});

const R8 =
  '序号|姓名|性别|公民身份证号码|民族|出生日期|学历|申请入党日期|手机号码|背景信息|工作岗位|政治面貌|接受申请党组织|籍贯|入团日期|参加工作日期|申请入党日期|确定入党积极分子日期|工作单位及职务|家庭住址|加入党组织日期|转为正式党员日期|人员类别|党籍状态|入党类型|所在党支部|人员类型|隶属党组织';

it('R8: as the national system writes it, with one header twice and three kinds of joining', async () => {
  const row = [
    1,
    '江晨',
    '男',
    ID,
    '汉族',
    19850709,
    '无',
    '2010年01月01日',
    13800000001,
    '无',
    '在职',
    '中共党员',
    '某党委',
    '某地',
    '2000-05',
    '2007-07',
    '2010-01-02',
    '2011-01-01',
    '某局科员',
    '某处',
    '2012  年  07  月  01日',
    { number: 41_456, format: 31 },
    '正式党员',
    '正常',
    '新发展',
    '机关第一党支部',
    '离退休人员',
    '机关党委',
  ];
  const roster = await readXlsx([header(R8), row]);
  expect(columnsOf(roster)).toEqual({
    name: 'B',
    mobile: 'I',
    joinedOn: 'U',
    fullSince: 'V',
    kind: 'W',
    organisationName: 'Z',
    marks: 'AA',
    status: 'X',
  });
  expect(roster.rows).toMatchObject([
    {
      joinedOn: '2012-07-01',
      fullSince: '2013-07-01',
      kind: 'full',
      status: 'active',
      organisationName: '机关第一党支部',
      marks: ['retired'],
    },
  ]);
  expect(roster.sheets[0]?.dropped.filter(({ header: text }) => text === '申请入党日期')).toHaveLength(2);
  expect(roster.problems).toEqual([]);
});

it('R9 in .xls: nothing but names is enough to read', async () => {
  const roster = await read(
    xlsOf([
      ['姓名', '身份证号'],
      ['江晨', ID],
    ]),
    'user_model.xls',
  );
  expect(roster.rows).toMatchObject([{ name: '江晨', mobile: null, kind: null }]);
  expect(roster.dropped).toEqual(['身份证号']);
});

it('R10: a header in row 4 under instructions; marks of a course are dropped', async () => {
  const roster = await readXlsx([
    ['填写说明'],
    ['一、姓名必须与身份证一致；二、期数填数字'],
    [],
    header('期数|学号|姓名|学院|专业|论文|实践|笔试|是否通过'),
    [1, '001', '江晨', '某院', '无', 90, 90, 90, '是'],
  ]);
  expect(columnsOf(roster)).toEqual({ name: 'C' });
  expect(roster.rows).toMatchObject([{ at: { row: 5 }, name: '江晨' }]);
});

it('the same roster as .csv comes to the same people', async () => {
  const rows = [
    header(R8).slice(0, 9),
    ['1', '江晨', '男', ID, '汉族', '19850709', '无', '无', '13800000001'],
  ];
  const text = rows.map((row) => row.join(',')).join('\r\n');
  expect((await read(Buffer.from(text), '名册.csv')).rows).toMatchObject([
    { name: '江晨', mobile: '13800000001' },
  ]);
});

it('nothing of a dropped column is anywhere in what is read', async () => {
  const roster = await read(xlsOf([header(R3), r3Row]), 'a.xls');
  for (const kept of [ID, '某地', '某处', '1985-07', 'jiangchen', '汉族']) {
    expect(JSON.stringify(roster)).not.toContain(kept);
  }
});

describe('our own template', () => {
  it('is understood without a question, filled in as its hints say', async () => {
    const { content } = rosterTemplate();
    const empty = await decodeTable(content, '党员名册模板.xlsx');
    const cells = (row: number) => empty.sheets[0]?.rows.find((one) => one.row === row)?.cells ?? [];
    const filled = await readXlsx([
      cells(1).map(({ text }) => text),
      cells(2).map(({ text }) => text),
      [
        '',
        '江晨',
        '13800000001',
        '2012-07-01',
        '2013-07',
        '正式党员',
        '机关第一党支部',
        '第二党小组',
        '组织委员',
        '退休、流动',
        '否',
        '正常',
      ],
      ['b0000001', '林晓', '无', '无', '无', '预备党员', '机关第一党支部', '', '', '', '', ''],
    ]);
    expect(filled.problems).toEqual([]);
    expect(filled.dropped).toEqual([]);
    expect(filled.sheets[0]?.columns.map(({ confidence }) => confidence)).toEqual(Array(12).fill('sure'));
    expect(filled.rows).toMatchObject([
      {
        number: null,
        name: '江晨',
        mobile: '13800000001',
        joinedOn: '2012-07-01',
        fullSince: '2013-07',
        kind: 'full',
        organisationName: '机关第一党支部',
        groupName: '第二党小组',
        posts: '组织委员',
        namedPosts: ['organisationOfficer'],
        marks: ['retired', 'floating'],
        leadingCadre: false,
        status: 'active',
      },
      { number: 'b0000001', name: '林晓', mobile: null, kind: 'probationary' },
    ]);
  });
});
