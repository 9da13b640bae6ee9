import type { SaidType } from './saidType';
import { truthOf } from './truthWords';

/** One answer of a list of answers: to which number, and what. */
export interface KeyEntry {
  number: number;
  value: string;
  explanation: string;
}

const VALUE = String.raw`(?:[A-Ja-j](?:\s*[,，、]?\s*[A-Ja-j])*|[TNYX]|true|false|√|×|对|错|正确|错误|是|否)`;
const pair = new RegExp(
  String.raw`\s*(?:第\s*)?[(\[]?(\d{1,4})[)\]]?\s*题?\s*(?:[.、:)-]|\s)?\s*(?:\[?(?:正确|参考|标准)?答案\]?\s*:?\s*)?选?\s*[(\[]?(${VALUE})[)\]]?(?![A-Za-z\u4e00-\u9fff])[\s,，;；。.、|]*`,
  'iy',
);
/** `1-5` or, beside such ones, `6`. */
const range = /\s*(?:第|[([])?\s*(\d{1,4})(?:\s*(?:-+|~|至|到)\s*(\d{1,4}))?\s*题?\s*[.、:)\]]?\s*/g;

/**
 * The answers in a line of a list of answers (`plain` as plainForm gives it): `1.B 2.CD`, `1-5 DBAAD`,
 * `1—5 ABC . ABD . ACD . BCD . BC`, `3.√`, `4. B 解析：…`. Null when the line is no such list: nothing is taken from
 * a line that is only partly understood.
 */
export function keyEntriesOf(plain: string): KeyEntry[] | null {
  return rangesOf(plain) ?? pairsOf(plain);
}

/** In a list of answers to blanks: numbers and words, `1.预防；风险  2.经营者`; empty where the line has none. */
export function blankEntriesOf(plain: string, text: string): KeyEntry[] {
  const entries: KeyEntry[] = [];
  const heads = [...plain.matchAll(/(?:^|\s)\s*[([]?(\d{1,4})[)\]]?\s*[.、:)]\s*(?!\d)/g)];
  const [first] = heads;
  if (!first || plain.slice(0, first.index).trim() !== '') return [];
  // Only numbers that go on by one part the line; any other is part of the words.
  const chain = [first];
  for (const head of heads.slice(1))
    if (Number(head[1]) === Number(chain[chain.length - 1]?.[1]) + 1) chain.push(head);
  for (const [index, head] of chain.entries()) {
    const value = text.slice(head.index + head[0].length, chain[index + 1]?.index).trim();
    if (value) entries.push({ number: Number(head[1]), value, explanation: '' });
  }
  return entries.length === chain.length ? entries : [];
}

function pairsOf(plain: string): KeyEntry[] | null {
  const entries: KeyEntry[] = [];
  let at = 0;
  while (at < plain.length) {
    pair.lastIndex = at;
    const found = pair.exec(plain);
    if (!found) {
      const rest = plain.slice(at).trim();
      const last = entries[entries.length - 1];
      const explained = /^[[(]?(?:答案)?(?:解析|解释|详解|分析)[\])]?\s*[:]?\s*/.exec(rest);
      if (!last) return null;
      if (explained) last.explanation = rest.slice(explained[0].length);
      // One answer and a sentence behind it: why. A digit could be the next answer, not understood.
      else if (entries.length === 1 && /^\(?[\u4e00-\u9fff《“][^A-J\d]{5,}$/.test(rest))
        last.explanation = rest;
      else return null;
      break;
    }
    entries.push({ number: Number(found[1]), value: (found[2] ?? '').trim(), explanation: '' });
    at = pair.lastIndex;
  }
  return entries.length > 0 ? entries : null;
}

function rangesOf(plain: string): KeyEntry[] | null {
  const heads = [...plain.matchAll(range)];
  if (heads.every((head) => head[2] === undefined) || plain.slice(0, heads[0]?.index).trim() !== '')
    return null;
  const entries: KeyEntry[] = [];
  for (const [index, head] of heads.entries()) {
    const from = Number(head[1]);
    const count = Number(head[2] ?? from) - from + 1;
    const body = plain.slice((head.index ?? 0) + head[0].length, heads[index + 1]?.index);
    const values = valuesOf(body, count);
    if (count < 1 || values === null) return null;
    for (const [step, value] of values.entries())
      entries.push({ number: from + step, value, explanation: '' });
  }
  return entries;
}

/**
 * Answers in a row without any numbers, `BCABD BAB` below 单选题, `AB ACD BC` below 多选题, `√×√`: numbered from 1 on;
 * null where the kind does not tell where one ends and the next begins.
 */
export function rowEntriesOf(plain: string, type: SaidType | null): KeyEntry[] | null {
  const words = plain.split(/[\s,，;；.。、|]+/).filter(Boolean);
  const signs = [...words.join('')];
  const values =
    type === 'multiple' && words.every((word) => /^[A-J]{1,10}$/.test(word))
      ? words
      : (type === 'single' && signs.every((sign) => /[A-J]/.test(sign))) ||
          (type === 'trueFalse' && signs.every((sign) => truthOf(sign) !== null))
        ? signs
        : type === 'trueFalse' && words.every((word) => truthOf(word) !== null)
          ? words
          : [];
  if (values.length < 2) return null;
  return values.map((value, index) => ({ number: index + 1, value, explanation: '' }));
}

/** Exactly `count` answers out of a row of them, or null. */
function valuesOf(body: string, count: number): string[] | null {
  const words = body.split(/[\s,，;；.。、|]+/).filter(Boolean);
  if (words.length === count && words.every((word) => /^[A-Ja-j]+$/.test(word) || truthOf(word) !== null))
    return words;
  const signs = [...words.join('')];
  const areSigns =
    signs.every((sign) => /[A-Ja-j]/.test(sign)) || signs.every((sign) => truthOf(sign) !== null);
  return areSigns && signs.length === count ? signs : null;
}
