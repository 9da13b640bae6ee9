import { tidyName } from '../tidyName';
import { saidOrNull } from './emptyWords';
import { isHeading } from './headerSynonyms';
import { plainHeader } from './headerText';

/** The longest names of persons with a foreign or minority name stay below it. */
const MAX_LENGTH = 40;
const NO_PERSON =
  /^(合计|总计|小计|共计|本页|总数|总人数|平均|说明|备注|注|填表|填报|制表|审核|统计|单位|联系人|示例|样例|例|必填|填写|姓名|党员姓名|以上|以下|其中|截至|截止|共\d|共[一二三四五六七八九十]+[人名])/;
/** Ends of headings in the midst of a list: 第一党支部, 在职党员, 名单. */
const HEADING = /(支部|总支|党委|党组|委员会|小组|党员|人员|同志|名单|名册|积极分子|发展对象|申请人)$/;
const NUMBERED = /^([一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\))/;
/** Two people in one cell, a name partly hidden, a telephone number behind the name. */
const UNCLEAR = /[、,，;；/\\|+&*×#@□■]|[^·]·$|^·|\d{5}|^\p{Script=Han}某{1,2}$/u;
/** What brackets may say that is more than which 王芳 it is. */
const TELLING = /预备|转出|转入|去世|病故|离世|停|除名|积极|发展|申请|调|退|示例|样例/;

/** What a cell of 姓名 is. `check`: the name was taken, somebody should look. */
export type NameReading =
  | { name: string; check: 'nameHint' | 'nameToCheck' | null }
  | 'none'
  | 'noPerson'
  | 'unclear'
  | 'tooLong';

/** A name with blanks between Chinese signs removed, one kind of dot and no hint in brackets; or what the cell is instead. */
export function readName(text: string): NameReading {
  const said = saidOrNull(text);
  if (said === null) return 'none';
  if (said.length > 4 * MAX_LENGTH) return 'tooLong';
  const whole = tidyName(said);
  const name = whole.replace(/\s*\([^)]*\)?/g, '').trim();
  if (isNoPerson(whole, name)) return 'noPerson';
  if ([...name].length > MAX_LENGTH) return 'tooLong';
  const isSeveral = /\p{Script=Han}\s*\n\s*\p{Script=Han}/u.test(said);
  if (name === '' || isSeveral || UNCLEAR.test(name) || /^\P{L}/u.test(name)) return 'unclear';
  if (name !== whole) return TELLING.test(whole) ? 'unclear' : { name, check: 'nameHint' };
  return { name, check: isOdd(name, said) ? 'nameToCheck' : null };
}

function isNoPerson(whole: string, name: string): boolean {
  return (
    NO_PERSON.test(whole) ||
    NUMBERED.test(whole) ||
    /:/.test(whole) ||
    HEADING.test(name) ||
    isHeading(plainHeader(whole)) ||
    /^[\d\p{P}\p{S}\s]+$/u.test(whole.replace(/[*×]/g, '')) ||
    /^\d+ ?[人名位年]/.test(whole)
  );
}

/** A single sign, a digit, or two parts of two signs and more: one name with a gap, or two people. */
function isOdd(name: string, said: string): boolean {
  return /^\p{Script=Han}$|\d/u.test(name) || /\p{Script=Han}{2}\s+\p{Script=Han}{2}/u.test(said);
}
