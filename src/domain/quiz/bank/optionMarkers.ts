import { plainForm } from './plainForm';

/** One option found in a line. */
export interface FoundOption {
  /** 0 for A. */
  letter: number;
  /** Where its marker begins, and where its text does. */
  start: number;
  textStart: number;
  /** The letter has a sign of its own; else only a blank or a word follows. */
  isSigned: boolean;
}

/** A marker with a sign of its own: `A.` `A、` `(A)` `[A]` `A)` `A:` `A-`. */
const signed = /^(?:[([]\s*([A-Ja-j])\s*[)\]]\s*[.、:，,]?|([A-Ja-j])\s*[.、:)\]，,．])\s*/;
/** A letter and a blank, or a letter before Chinese words or a title: `A 毛泽东`, `A毛泽东`. */
const bare = /^([A-J])(?:\s+|(?=[\u4e00-\u9fff“《（(①-⑩\d-]))/;

/** The marker at the start of a line, or null. A bare letter counts only with `allowBare`. */
export function markerAt(plain: string, at: number, allowBare: boolean): FoundOption | null {
  const rest = plain.slice(at, at + 16);
  const found = signed.exec(rest);
  if (found) {
    const letter = (found[1] ?? found[2] ?? 'A').toUpperCase().charCodeAt(0) - 65;
    return { letter, start: at, textStart: at + found[0].length, isSigned: true };
  }
  const single = allowBare ? bare.exec(rest) : null;
  if (!single) return null;
  return {
    letter: (single[1] ?? 'A').charCodeAt(0) - 65,
    start: at,
    textStart: at + single[0].length,
    isSigned: false,
  };
}

/**
 * Every option in a line that begins with one: the next letters in order, each with a sign of its own, or after a gap
 * of blanks. The letters go up by one, so that a name like `B．` within an option is not taken for the next one.
 */
export function optionsInLine(line: string): FoundOption[] {
  const plain = plainForm(line);
  const begin = plain.length - plain.trimStart().length;
  const first = markerAt(plain, begin, true);
  return first ? [first, ...following(plain, first)] : [];
}

/**
 * Options that stand behind a stem in the same line: `…是（ ） A.甲 B.乙 C.丙`. Counted only from A on and with B at
 * least; the last such row of letters counts. Empty when there is none.
 */
export function optionsBehindStem(line: string): FoundOption[] {
  const plain = plainForm(line);
  for (let at = plain.length - 1; at > 0; at -= 1) {
    if (plain[at] !== 'A' && plain[at] !== '(' && plain[at] !== '[') continue;
    const first = markerAt(plain, at, false);
    if (first?.letter !== 0 || /[A-Za-z0-9]/.test(plain[at - 1] ?? '')) continue;
    const rest = following(plain, first);
    if (rest.length > 0) return [first, ...rest];
  }
  return [];
}

function following(plain: string, first: FoundOption): FoundOption[] {
  const found: FoundOption[] = [];
  let last = first;
  for (let at = first.textStart; at < plain.length; at += 1) {
    const sign = plain[at] ?? '';
    if (!/[A-Ja-j([]/.test(sign)) continue;
    const before = plain[at - 1] ?? '';
    // `WB.` and `3B.` are words, not markers.
    if (/[A-Za-z0-9]/.test(before) && /[A-Za-z]/.test(sign)) continue;
    const marker = markerAt(plain, at, /\s/.test(before) && /\s/.test(plain[at - 2] ?? ' '));
    if (!marker || marker.letter !== last.letter + 1) continue;
    found.push(marker);
    last = marker;
    at = marker.textStart - 1;
  }
  return found;
}

/** The texts of the options found in `line`, tidied of trailing blanks and separators. */
export function textsOf(line: string, found: readonly FoundOption[]): string[] {
  return found.map((option, index) =>
    line
      .slice(option.textStart, found[index + 1]?.start ?? line.length)
      .trim()
      .replace(/[;；]$/, ''),
  );
}
