import { fieldOfHeading } from './headerSynonyms';
import { readMarks } from './readWords';
import type { RosterMark, RosterRow } from './rosterSheet';
import type { TableSheet } from './sheetTable';

/** What a heading in the midst of a list, above it or on its tab says of the people under it. */
export type Section =
  | { of: 'others' }
  | { of: 'organisationName' | 'groupName'; name: string }
  | { of: 'kind'; kind: NonNullable<RosterRow['kind']> }
  | { of: 'marks'; marks: RosterMark[] };

/** Longer than a heading; sentences are no headings. */
const MAX_LENGTH = 40;
const NUMBERING = /^([一二三四五六七八九十百]+[、.]|\([一二三四五六七八九十百\d]+\)|\d+[、.])/;
const NO_HEADING = /[。,，;；!?]|^(注|说明|备注|请|填|合计|总计|小计|共|其中|统计|截至|截止|由|含|不含)/;
const LIST_WORDS =
  /(的?(全体|在册)?(中共)?(党员|人员|同志)?(基本)?(信息|情况)?(花名册|名册|名单|信息表|登记表|统计表|一览表|台账|表))+$/;
/** Lists of people who are not members, or not any more. */
const OTHERS =
  /积极分子|发展对象|申请人|共青团员|群众|民主党派|转出|调出|去世|已故|离世|逝世|死亡|出党|除名|退党|历史党员|停止党籍/;

/** What a heading says; null for any other text. */
export function sectionOf(text: string): Section | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(/:$/, '');
  if (plain.length > MAX_LENGTH || NO_HEADING.test(plain)) return null;
  const bare = plain.replace(NUMBERING, '').replace(/\([^)]*\)?/g, '');
  if (OTHERS.test(bare) && !/转入|党员[、和及]/.test(bare)) return { of: 'others' };
  const kind = /^(中共)?(正式|预备)党员(名单|名册)?$/.exec(bare)?.[2];
  if (kind) return { of: 'kind', kind: kind === '正式' ? 'full' : 'probationary' };
  if (/^(在职|在岗|离?退休|流动|年老体弱|长期外出)(干部|职工)?(党员|人员|同志)(名单|名册)?$/.test(bare))
    return { of: 'marks', marks: readMarks(bare, '') };
  const name = bare.replace(LIST_WORDS, '').replace(/^\d{4}年度?/, '');
  if (fieldOfHeading.has(name) || /\d{6}/.test(name) || name.length < 3) return null;
  if (/党小组$/.test(name)) return { of: 'groupName', name };
  return /(支部|总支|总支部|支部委员会|党委)$/.test(name) ? { of: 'organisationName', name } : null;
}

/** What stands alone in the rows above `headerRow`: the titles of the list. */
export function titlesOf(sheet: TableSheet, headerRow: number): string[] {
  const above: string[] = [];
  for (const { row, cells } of sheet.rows) {
    if (row >= headerRow) break;
    const [only, ...more] = cells;
    if (only && more.length === 0) above.push(only.text);
  }
  return above;
}
