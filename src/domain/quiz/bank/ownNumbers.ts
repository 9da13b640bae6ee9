import type { Draft } from './draft';

const chinese = '一二三四五六七八九十';
/** The share of stems that must begin with such a number, in order, to be numbered by it. */
const MOSTLY = 0.8;

/**
 * Questions that were found without their numbers, though their stems carry some: `一、`, `①`. Only where nearly all
 * stems begin with one; the numbers are taken off them.
 */
export function withOwnNumbers(drafts: readonly Draft[]): Draft[] {
  const found = drafts.map(({ number, stem }) => (number === null ? ownNumberOf(stem) : null));
  const isSure = (at: number) =>
    found[at]?.number === (found[at - 1]?.number ?? 0) + 1 || found[at]?.number === 1;
  const sure = found.filter((one, at) => one !== null && isSure(at)).length;
  if (sure < 2 || sure < drafts.length * MOSTLY) return [...drafts];
  return drafts.map((draft, at) => {
    const own = found[at];
    return own ? { ...draft, number: own.number, stem: draft.stem.slice(own.length) } : draft;
  });
}

function ownNumberOf(stem: string): { number: number; length: number } | null {
  const circled = /^\s*([①-⑳])\s*[、.．]?\s*/.exec(stem);
  if (circled) return { number: (circled[1] ?? '①').charCodeAt(0) - 0x245f, length: circled[0].length };
  const words = /^\s*[(（]?([一二三四五六七八九十]{1,3})[)）]?\s*[、.．]\s*/.exec(stem);
  const number = words ? inDigits(words[1] ?? '') : 0;
  return words && number > 0 ? { number, length: words[0].length } : null;
}

/** 一 to 九十九; 0 for anything else. */
function inDigits(words: string): number {
  const [tens, ones, ...rest] = words.includes('十') ? words.split('十') : ['零', words];
  if (rest.length > 0) return 0;
  const high = tens === '零' ? 0 : tens === '' ? 1 : chinese.indexOf(tens ?? '') + 1;
  return high * 10 + (ones ? chinese.indexOf(ones) + 1 : 0);
}
