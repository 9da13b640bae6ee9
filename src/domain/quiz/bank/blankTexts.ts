import type { AnswerValue } from './answerValue';
import type { BankProblemCode } from './bankQuestion';
import { blanksOf, numberedBlanksOf } from './blanks';
import type { GivenAnswer } from './draft';

/** Longer than this it is an essay's answer, not what goes into a blank; only where nobody says that it is one. */
const LONGEST_BLANK = 60;

/** The texts that count as right for each blank of a stem; the code of what is wrong otherwise. */
export function blankTexts(
  stem: string,
  values: readonly (GivenAnswer & { value: AnswerValue })[],
  isSaid: boolean,
): string[][] | BankProblemCode {
  const blanks = blanksOf(stem) || numberedBlanksOf(stem);
  // Said twice it must be the same; parts of one answer, and words out of the stem, each fill a blank.
  const isTwice = values.length > 1 && values.every(({ by }) => by === 'line' || by === 'list');
  if (isTwice && new Set(values.map(({ text }) => text)).size > 1) return 'answers_disagree';
  const parts =
    values.length > 1 && !isTwice
      ? values.map(({ text }) => withoutNumber(text))
      : partsOf(values[0]?.text ?? '', blanks);
  if (parts.some(isMore) || (values.length === 1 && isEitherWay(values[0]?.text ?? '', blanks)))
    return 'answer_unclear';
  if (parts.some((part) => part === '')) return 'answer_missing';
  // A stem without any drawn blank may still ask for one thing (`…的会议是。`).
  if (parts.length !== Math.max(blanks, 1)) return 'blank_count';
  if (!isSaid && parts.length === 1 && (parts[0]?.length ?? 0) > LONGEST_BLANK) return 'answer_unclear';
  return parts.map(alternativesOf);
}

/**
 * `甲;乙|丙` for two blanks: some templates part blanks by ; and alternatives by |, others the other way round. With ；
 * typed by hand it parts the blanks.
 */
function isEitherWay(text: string, blanks: number): boolean {
  return blanks > 1 && split(text, /;/).length === blanks && split(text, /[|｜]/).length === blanks;
}

/** The answer goes on with something else: half a label, a heading. */
function isMore(part: string): boolean {
  return /[【】]|(?:答案|解析)\s*[:：]|[一二三四五六七八九十]、[\u4e00-\u9fff]{0,6}题(?:$|[(（])/.test(part);
}

const numberInFront =
  /\s*(?:^|[\s;；,，。])(?:[(（]?(?:第|空)?\s*[1-9一二三四五六七八九]\s*空?[)）.、:：]|[①-⑩])\s*|[①-⑩]\s*/;

function partsOf(text: string, blanks: number): string[] {
  const listed = listOf(text) ?? bracketedParts(text);
  if (listed) return listed;
  if (blanks > 1) {
    const numbered = split(text, numberInFront);
    if (numbered.length === blanks) return numbered.map((part) => part.replace(/[;；,，。]$/, ''));
  }
  // For one blank a list of answers is no answer: they may be alternatives or belong to blanks that were lost.
  if (blanks === 1 && /[;；]/.test(text)) return split(text, /[;；]/);
  if (blanks <= 1) return [withoutNumber(text)];
  for (const sign of [/[;；\n]/, /[|｜]/, /\s{2,}|\t/, /\s*[/／]\s*/, /[、]/, /[,，]/, /\s+/]) {
    const parts = split(text, sign);
    if (parts.length === blanks) return parts;
  }
  return [text.trim()];
}

/** `（教育）（管理）`: each text in brackets of its own and nothing else. */
function bracketedParts(text: string): string[] | null {
  const words = [...text.matchAll(/\s*[(（【]\s*([^()（）【】[\]]+?)\s*[)）】]\s*/g)];
  const length = words.reduce((sum, [whole]) => sum + whole.length, 0);
  // `(1)` alone is the number of a blank that nobody filled in.
  const isWords = words.some((found) => !/^\d{1,2}$/.test(found[1] ?? ''));
  return isWords && length === text.length ? words.map((found) => found[1] ?? '') : null;
}

function split(text: string, sign: RegExp): string[] {
  return text
    .split(sign)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `['正面战场', '敌后战场']`, as programs write a list. */
function listOf(text: string): string[] | null {
  const inner = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1];
  if (inner === undefined) return null;
  const words = [...inner.matchAll(/\s*(?:'([^']*)'|"([^"]*)"|“([^”]*)”)\s*(?:,|，|$)/g)];
  const length = words.reduce((sum, [whole]) => sum + whole.length, 0);
  return words.length > 0 && length === inner.length
    ? words.map((found) => (found[1] ?? found[2] ?? found[3] ?? '').trim())
    : null;
}

function withoutNumber(text: string): string {
  const [, inner] = /^\s*\[\s*['"]([^'"]*)['"]\s*\]\s*$/.exec(text) ?? [];
  return (inner ?? text)
    .trim()
    .replace(/^(?:[(（]\d{1,2}[)）]|空\s*\d{1,2}\s*[:：]|第[一二三四五六七八九\d]空\s*[:：]?|[①-⑩])\s*/, '');
}

/**
 * Alternatives for one blank: told apart by a bar, by slashes between words (not in `1/2` or `km/h`), by 或 set off
 * from the words, or in brackets: `预防（或：防范）`. 商品或者服务 is one answer.
 */
function alternativesOf(part: string): string[] {
  const bracketed = /^(.+?)\s*[(（]\s*(?:或者?|也可(?:填|写)?|又称)\s*[:：]?\s*(.+?)\s*[)）]$/.exec(part);
  const words = (bracketed ? [bracketed[1] ?? '', bracketed[2] ?? ''] : [part])
    .flatMap((word) => word.split(/\s*[|｜]\s*|\s+或者?\s+|[,，;；]\s*或者?\s*[:：]?\s*/))
    .flatMap((word) => word.split(/(?<=[\u4e00-\u9fff”》])\s*[/／]\s*(?=[\u4e00-\u9fff“《])|\s+[/／]\s+/))
    .map((word) => word.trim())
    .filter(Boolean);
  return words.length > 0 ? [...new Set(words)] : [part];
}
