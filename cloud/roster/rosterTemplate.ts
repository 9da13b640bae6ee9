import { writeTable } from '../documents/writeTable';

/** The columns of our own roster file, each read back by `domain/roster/sheet` (headings), and their widths. */
const columns: readonly (readonly [string, number])[] = [
  ['编号', 12],
  ['姓名', 12],
  ['手机号码', 16],
  ['入党日期', 14],
  ['转正日期', 14],
  ['人员类别', 12],
  ['所在党支部', 30],
  ['党小组', 14],
  ['党内职务', 16],
  ['情况标记', 16],
  ['党员领导干部', 14],
  ['党籍状态', 12],
];

const hint = [
  '从第 3 行起一人一行。只有姓名必填，其余有就填；没有的留空或写“无”。',
  '编号由系统给出，新加入的同志留空。日期写成 2012-07-01；只知道月份就写 2012-07。',
  '人员类别：正式党员、预备党员。情况标记：退休、年老体弱、流动、长期请假。党员领导干部：是、否。党籍状态：正常、停止党籍、转出。',
  '请不要加身份证号、出生日期、住址等栏目：读的时候会全部丢掉。',
].join('\n');

/** An empty roster for secretaries who have no file at hand: .xlsx, our columns below one row of hints. */
export function rosterTemplate(): { name: string; content: Buffer } {
  return {
    name: '党员名册模板.xlsx',
    content: writeTable({
      name: '党员名册',
      widths: columns.map(([, width]) => width),
      hint,
      header: columns.map(([header]) => header),
      rows: [],
    }),
  };
}
