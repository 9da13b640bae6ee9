import { saidOrNull } from './emptyWords';

/** The longest names of persons with a foreign or minority name stay below it. */
const MAX_LENGTH = 40;
const NO_PERSON =
  /^(合计|总计|小计|共计|总数|总人数|平均|说明|备注|注|填表|制表|审核|单位|联系人|示例|样例|例|必填|填写|姓名|党员姓名)/;

/** A name with blanks between Chinese signs removed and one kind of dot; or what the cell is instead. */
export function readName(text: string): { name: string } | 'none' | 'noPerson' | 'tooLong' {
  const said = saidOrNull(text);
  if (said === null) return 'none';
  const name = said
    .normalize('NFKC')
    .replace(/[•‧・∙]/g, '·')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{Script=Han}·]) (?=[\p{Script=Han}·])/gu, '');
  if (NO_PERSON.test(name) || /^[\d\p{P}\p{S}\s]+$/u.test(name)) return 'noPerson';
  return [...name].length > MAX_LENGTH ? 'tooLong' : { name };
}
