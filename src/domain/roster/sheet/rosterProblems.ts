import type { RosterProblem, RosterProblemCode, RowPlace } from './rosterSheet';
import { columnLetter } from './sheetTable';

type Weight = RosterProblem['weight'];

/** What each problem does to its row, and what people read. No sentence quotes a cell. */
const problems: Readonly<Record<RosterProblemCode, { weight: Weight; sentence: string }>> = {
  noHeader: {
    weight: 'row',
    sentence: '没有找到写着“姓名”的表头行。请指出表头在第几行，或在表里加一行表头',
  },
  badMapping: { weight: 'row', sentence: '指定的表、行或列在文件里找不到，这张表没有读' },
  noName: { weight: 'row', sentence: '这一行没有姓名，没有读入' },
  badMobile: { weight: 'cell', sentence: '这一格不是一个 11 位的手机号，没有读入' },
  nameUnclear: {
    weight: 'row',
    sentence: '姓名这一格除了一位同志的姓名还有别的（另一个人、号码、星号、说明），没有读入。请只写姓名',
  },
  nameHint: { weight: 'note', sentence: '姓名后面括号里的字没有读入' },
  nameToCheck: {
    weight: 'note',
    sentence: '这个姓名少见（只有一个字、中间有空格或带数字），请核对是不是一位同志',
  },
  sameNameTwice: { weight: 'note', sentence: '和另一行同名，凭手机和入党日期分不出是不是同一位，请核对' },
  kindUnsaid: {
    weight: 'note',
    sentence: '入党不满一年，没有写是正式还是预备。是新同志会按正式党员读入，请核对',
  },
  kindAgainstDate: { weight: 'note', sentence: '党员类别和入党、转正日期对不上，请核对' },
  dateAhead: { weight: 'cell', sentence: '这一天还没有到，没有读入' },
  unknownWord: { weight: 'cell', sentence: '这一格的写法不认识，没有读入' },
  filledDown: { weight: 'note', sentence: '从这一格起有空格，按上面写的读入，请抽查几格' },
  organisationUnsaid: { weight: 'cell', sentence: '这一格没有写支部，也不能按上一行去猜，请补上' },
  heading: { weight: 'note', sentence: '这一行是标题，下面各行没有写的按它读入，请核对' },
  underOtherHeading: {
    weight: 'row',
    sentence: '上面的标题说的不是现在的党员（转出、积极分子等），这一行没有读入',
  },
  sheetOfOthers: {
    weight: 'row',
    sentence:
      '这张表的名称或标题说的不是现在的党员（转出、积极分子等），没有读。是名册的话请改掉表名或标题再传',
  },
  otherHeader: {
    weight: 'row',
    sentence: '这里又有一行表头，列的次序和上面不同，从这一行起没有读。请把两部分分成两张表',
  },
  rowsAboveHeader: {
    weight: 'row',
    sentence: '这行表头上面还有像是同志的行，没有读。请把两部分分成两张表',
  },
  sheetTransposed: { weight: 'row', sentence: '这张表一列是一个人，没有读。请在 Excel 里转置成一行一个人' },
  secondNames: {
    weight: 'row',
    sentence: '这张表左右并排写了两组人，只读了一组。请把右边的接到左边下面再传',
  },
  hiddenRows: {
    weight: 'row',
    sentence: '这一行在文件里是隐藏的或被筛选掉了，没有读入。要读的话请取消隐藏和筛选，保存再传',
  },
  sheetHidden: { weight: 'note', sentence: '这张表在文件里是隐藏的，没有读' },
  sheetUnread: { weight: 'row', sentence: '这张表没有写着“姓名”的表头，没有读。是名册的话请加上表头' },
  sheetWithoutOrganisation: {
    weight: 'note',
    sentence: '别的表以支部命名，这张不是，也没有写支部的列，请核对这些同志在哪个支部',
  },
  badDate: { weight: 'cell', sentence: '这一格不是日期，或者没有这一天，没有读入' },
  ambiguousMonth: {
    weight: 'cell',
    sentence: '这一格分不清是 1 月还是 10 月，没有读入。请写成 1985-01 或 1985-10 这样',
  },
  fullBeforeJoining: { weight: 'note', sentence: '转正日期早于入党日期，请核对' },
  unknownKind: {
    weight: 'cell',
    sentence: '看不出是正式党员还是预备党员，这一格没有读入。是新同志会按正式党员读入',
  },
  notAMember: {
    weight: 'row',
    sentence: '这一行不是党员（入党申请人、积极分子、发展对象、群众等），没有读入',
  },
  unknownStatus: { weight: 'cell', sentence: '党籍状态的写法不认识，这一格没有读入' },
  badNumber: { weight: 'cell', sentence: '编号不是一个字母加 7 位数字，这一格没有读入' },
  cellError: { weight: 'cell', sentence: '这一格是公式出错的结果，没有读入' },
  formulaWithoutValue: {
    weight: 'cell',
    sentence: '这一格是公式，文件里没有存结果，没有读入。请用 Excel 或 WPS 打开，保存一次再传',
  },
  formulaTaken: { weight: 'note', sentence: '这一列有公式，读入的是文件里存的结果，请抽查几格' },
  sameMobileTwice: { weight: 'note', sentence: '手机号和另一行相同，请核对是不是两人共用' },
  samePersonTwice: { weight: 'row', sentence: '和另一行是同一位同志，只读入了前一行' },
  sameNumberTwice: { weight: 'row', sentence: '编号和另一行相同，只读入了前一行' },
  noPerson: { weight: 'note', sentence: '这一行不是一位同志（合计、说明或重复的表头），跳过了' },
  sheetIsOrganisation: { weight: 'note', sentence: '这张表里没有写支部的列，表名像是支部，按表名读入' },
  tooLong: { weight: 'cell', sentence: '这一格太长，不像是这一列的内容，没有读入' },
  isNumber: { weight: 'cell', sentence: '这一格是一串数字，不像是这一列的内容，没有读入' },
  moreProblems: {
    weight: 'note',
    sentence: '从这一行起还有要看的地方，没有一一列出。请先看每一列是不是选对了',
  },
};

/** A problem at a cell, or with column null at a row. `detail` follows the sentence and must not quote a cell. */
export function problemAt(
  code: RosterProblemCode,
  place: RowPlace,
  column: number | null,
  { detail = '', weight }: { detail?: string; weight?: Weight } = {},
): RosterProblem {
  const { sentence, weight: usual } = problems[code];
  return {
    at: { ...place, column: column === null ? null : columnLetter(column) },
    code,
    weight: weight ?? usual,
    message: `${sentence}${detail}`,
  };
}

/** How another row is named in a sentence. */
export function rowName(own: RowPlace, other: RowPlace): string {
  return other.sheet === own.sheet ? `第 ${other.row} 行` : `“${other.sheet}”第 ${other.row} 行`;
}
