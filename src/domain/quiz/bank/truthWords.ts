import { plainForm } from './plainForm';

const trueWords = new Set([
  '对',
  '正确',
  '是',
  '√',
  't',
  'true',
  'y',
  'v',
  'yes',
  '真',
  '√正确',
  '对的',
  '正确的',
  'right',
  'correct',
]);
const falseWords = new Set([
  '错',
  '错误',
  '否',
  '×',
  'x',
  'f',
  'false',
  'n',
  'no',
  '假',
  '不对',
  '不正确',
  '不是',
  '错的',
  '错误的',
  'wrong',
  'incorrect',
]);

/** What a word of a true-false answer says; null for any other word. */
export function truthOf(text: string): boolean | null {
  const word = plainForm(text)
    .trim()
    .replace(/^[("'[]+|[)"'\].。;,，；]+$/g, '')
    .trim()
    .toLowerCase();
  if (trueWords.has(word)) return true;
  return falseWords.has(word) ? false : null;
}

/**
 * Two options as true and false: 对/错 in either order, also 可以/不可以 and the like, where one denies the other.
 * Returns what each of them says; null when they are no such pair.
 */
export function truthPair(options: readonly string[]): [boolean, boolean] | null {
  if (options.length !== 2) return null;
  const [first = '', second = ''] = options.map((option) => option.trim().replace(/[。.]$/, ''));
  const said = [truthOf(first), truthOf(second)] as const;
  if (said[0] !== null && said[1] !== null) return said[0] === said[1] ? null : [said[0], said[1]];
  const denies = (one: string, other: string) =>
    other.length > 0 && other.length <= 4 && ['不', '没', '非', '无'].some((no) => one === no + other);
  if (denies(first, second)) return [false, true];
  return denies(second, first) ? [true, false] : null;
}
