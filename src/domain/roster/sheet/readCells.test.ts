import fc from 'fast-check';
import { plainHeader, shownHeader } from './headerText';
import { readMobile } from './readMobile';
import { readName } from './readName';
import { readKind, readMarks, readPosts, readStatus, readYes } from './readWords';
import { columnLetter, columnOf } from './sheetTable';

describe('a mobile', () => {
  it.each([
    '13800000001',
    ' 138 0000 0001',
    '138-0000-0001',
    '+8613800000001',
    '008613800000001',
    '8613800000001',
  ])('%s', (said) => expect(readMobile(said)).toBe('13800000001'));
  it.each([
    '1380000000',
    '138000000011',
    '02888888888',
    '138****0001',
    '13800000001/13900000001',
    '1.38E+10',
  ])('not %s', (said) => expect(readMobile(said)).toBe('bad'));
  it.each(['', '无', '—', '/'])('%j is none', (said) => expect(readMobile(said)).toBeNull());
});

describe('a name', () => {
  it.each([
    ['江晨', '江晨'],
    [' 江　 晨 ', '江晨'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依 · 买买提', '阿依·买买提'],
    ['Anna  Lee', 'Anna Lee'],
  ])('%j is %s', (said, name) => expect(readName(said)).toMatchObject({ name, check: null }));
  it.each(['合计', '总计：3', '注：以上', '填表人', '姓名', '1', '12.', '——————·1'])(
    '%s is no person',
    (said) => expect(readName(said)).toBe('noPerson'),
  );
  it('of exactly 40 signs is one, longer is a sentence', () => {
    expect(readName('名'.repeat(40))).toMatchObject({ name: '名'.repeat(40) });
    expect(readName('名'.repeat(41))).toBe('tooLong');
  });
});

describe('words', () => {
  it.each([
    ['正式党员', 'full'],
    ['中共党员', 'full'],
    ['党员', 'full'],
    ['中共预备党员', 'probationary'],
    ['中共党员（预备）', 'probationary'],
    ['发展对象', 'notAMember'],
    ['入党积极分子', 'notAMember'],
    ['共青团员', 'notAMember'],
    ['中国民主同盟盟员', 'notAMember'],
    ['教师', 'unknown'],
    ['无', null],
  ])('of the kind: %s is %s', (said, kind) => expect(readKind(said, '政治面貌')).toBe(kind));

  it.each([
    ['正常', 'active'],
    ['停止党籍', 'suspended'],
    ['已转出', 'transferredOut'],
    ['2024-05-01', 'transferredOut'],
    ['', null],
    ['甲类', 'unknown'],
  ])('of the status: %s is %s', (said, status) => expect(readStatus(said)).toBe(status));

  it.each([
    ['离退休人员', '人员类型', ['retired']],
    ['是', '是否流动党员', ['floating']],
    ['否', '是否流动党员', []],
    ['在职', '在职状态', []],
    ['未退休', '在职状态', []],
    ['年老体弱、退休', '情况标记', ['retired', 'frail']],
    ['√', '长期请假', ['longLeave']],
    ['长期外出', '备注', ['longLeave']],
  ])('of marks: %s under %s', (said, header, marks) => expect(readMarks(said, header)).toEqual(marks));

  it.each([
    ['是', true],
    ['否', false],
    ['处级', true],
    ['', null],
    ['未知', 'unknown'],
    ['一级主任科员', 'unknown'],
    ['非领导职务', false],
    ['正处级', true],
  ])('of yes and no: %s', (said, yes) => expect(readYes(said)).toBe(yes));

  it.each([
    ['支部书记', ['secretary']],
    ['党支部书记', ['secretary']],
    ['书记', ['secretary']],
    ['支部副书记、组织委员', ['deputySecretary', 'organisationOfficer']],
    ['副书记兼纪检委员', ['deputySecretary', 'disciplineOfficer']],
    ['机关党委书记', ['committeeSecretary']],
    ['第一党小组组长', ['groupLeader']],
    ['科长', []],
    ['局党组书记', []],
    ['机关党委专职副书记', []],
  ])('of posts: %s', (said, posts) => expect(readPosts(said)).toEqual(posts));
});

describe('a header', () => {
  it.each([
    ['出生日期\n（具体到日）', '出生日期'],
    ['隶属组织（党支部）', '隶属组织'],
    ['出生年月(yyyy-MM)\n', '出生年月'],
    ['* 姓 名：', '姓名'],
    ['手机（必填', '手机'],
  ])('%j is %s', (header, plain) => expect(plainHeader(header)).toBe(plain));

  it('that looks like data is named by its column only', () => {
    expect(shownHeader('家庭住址', 'F')).toBe('家庭住址');
    expect(shownHeader('138 0000 0001', 'F')).toBe('F 列');
    expect(shownHeader('（）', 'F')).toBe('F 列');
    expect(shownHeader('一'.repeat(31), 'F')).toBe('F 列');
  });
});

it('columns have one letter each, there and back', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  fc.assert(fc.property(fc.nat(16_383), (column) => expect(columnOf(columnLetter(column))).toBe(column)));
  for (const wrong of ['', 'a', 'A1', 'ABCD', '一']) expect(columnOf(wrong)).toBe(-1);
});
