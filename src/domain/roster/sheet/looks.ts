import { saidOrNull } from './emptyWords';
import type { HeaderColumn } from './findHeader';
import { type DateAround, readDate } from './readDate';
import { readMobile } from './readMobile';
import { readName } from './readName';
import { readKind, readMarks, readPosts, readStatus, readYes } from './readWords';
import type { RosterField } from './rosterSheet';
import type { TableCell, TableSheet } from './sheetTable';

/** Cells looked at below a header. */
const SAMPLE_CELLS = 200;
/** Rows gone through to find them: a column that is nearly empty tells nothing further down either. */
const SAMPLE_ROWS = 5000;
/** Our member number, which is also the login name (domain/roster/loginName.ts). */
export const OWN_NUMBER = /^[a-hjkmnp-z]\d{7}$/;

/** What the cells below a header look like. */
export interface ColumnLooks {
  /** How many were looked at. */
  cells: number;
  /** 0 to 1: how many of them read as the field. */
  share: number;
  /** For the person who checks the mapping. */
  sentence: string;
}

const what: Readonly<Record<RosterField, string>> = {
  number: '本系统的编号',
  name: '姓名',
  mobile: '手机号',
  joinedOn: '日期',
  fullSince: '日期',
  kind: '党员类别',
  organisationName: '文字',
  groupName: '文字',
  posts: '党内职务',
  marks: '标记',
  leadingCadre: '“是”或“否”',
  status: '党籍状态',
};

/** Looks at the cells of one column below `headerRow`. */
export function looksOf(
  field: RosterField,
  sheet: TableSheet,
  headerRow: number,
  { column, shown }: HeaderColumn,
  around: DateAround,
): ColumnLooks {
  let [cells, fitting] = [0, 0];
  for (const { row, cells: line } of sheet.rows.slice(0, SAMPLE_ROWS)) {
    if (row <= headerRow) continue;
    const cell = line.find((one) => one.column === column);
    if (!cell || saidOrNull(cell.text) === null) continue;
    cells += 1;
    if (isLike(field, cell, shown, around)) fitting += 1;
    if (cells >= SAMPLE_CELLS) break;
  }
  if (cells === 0) return { cells, share: 0, sentence: '下面没有内容' };
  const counted =
    fitting === cells ? `下面看过的 ${cells} 格都是` : `下面看过的 ${cells} 格里 ${fitting} 格是`;
  return { cells, share: fitting / cells, sentence: `${counted}${what[field]}` };
}

function isLike(field: RosterField, cell: TableCell, header: string, around: DateAround): boolean {
  switch (field) {
    case 'number':
      return OWN_NUMBER.test(cell.text.trim().toLowerCase());
    case 'name':
      return typeof readName(cell.text) === 'object';
    case 'mobile':
      return readMobile(cell.text) !== 'bad';
    case 'joinedOn':
    case 'fullSince':
      return isDate(cell, around);
    case 'kind':
      return readKind(cell.text, header) !== 'unknown';
    case 'organisationName':
    case 'groupName':
      return !/\d{6}/.test(cell.text);
    case 'posts':
      return readPosts(cell.text).length > 0;
    case 'marks':
      return (
        readMarks(cell.text, header).length > 0 || readYes(cell.text) === false || /在职|在岗/.test(cell.text)
      );
    case 'leadingCadre':
      return typeof readYes(cell.text) === 'boolean';
    case 'status':
      return readStatus(cell.text) !== 'unknown';
  }
}

function isDate(cell: TableCell, around: DateAround): boolean {
  const date = readDate(cell, around);
  return date.ok || date.problem === 'dateAhead';
}
