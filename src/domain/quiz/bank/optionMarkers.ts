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
const signed =
  /^(?:[([]\s*([A-Ja-j])\s*[)\]]\s*[.、:，,]?|(?:选项\s*)?([A-Ja-j])\s*[.、:)\]，,·]|选项\s*([A-J])\s+|([A-J])\s*(?:选项|项)\s*:|([A-J])\s*-+\s*(?=[\u4e00-\u9fff]))\s*/;
/** Signs that also end sentences, so that only a capital before Chinese words counts: `A。` `A；` `A/`. */
const ending = /^([A-J])\s*[。;/]\s*(?=[\u4e00-\u9fff“《（(\d])/;
/** A letter and a blank, or a letter before Chinese words or a title: `A 毛泽东`, `A毛泽东`. */
const bare = /^([A-J])(?:\s+|(?=[\u4e00-\u9fff“《（(①-⑩\d-]))/;

/** The marker at the start of a line, or null. A bare letter counts only with `allowBare`. */
export function markerAt(plain: string, at: number, allowBare: boolean): FoundOption | null {
  const rest = plain.slice(at, at + 16);
  const found = signed.exec(rest) ?? ending.exec(rest);
  if (found) {
    const letter =
      (found[1] ?? found[2] ?? found[3] ?? found[4] ?? found[5] ?? 'A').toUpperCase().charCodeAt(0) - 65;
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
  if (!first) return [];
  const found = [first, ...following(plain, first)];
  return found.length > 1 ? found : looseChain(plain, first);
}

/** Letters that no sign sets off must be so many in a row, each only once in the line, to be markers. */
const LOOSE_LEAST = 3;

/** `A 甲 B 乙 C 丙`, `A甲B乙C丙`: single capitals in order, each once. Only `first` where that is not so. */
function looseChain(plain: string, first: FoundOption): FoundOption[] {
  const found = [first];
  if (first.isSigned) return found;
  const rest = plain.slice(first.textStart);
  for (let letter = first.letter + 1; letter < 10; letter += 1) {
    const sign = String.fromCharCode(65 + letter);
    const places = [...rest.matchAll(new RegExp(`(?<![A-Za-z0-9])${sign}(?![A-Za-z0-9])`, 'g'))];
    const [place] = places;
    const start = first.textStart + (place?.index ?? 0);
    const last = found[found.length - 1] ?? first;
    if (places.length !== 1 || start <= last.textStart) break;
    const marker = markerAt(plain, start, true);
    if (!marker) break;
    found.push(marker);
  }
  return found.length >= LOOSE_LEAST ? found : [first];
}

/**
 * Options that stand behind a stem in the same line: `…是（ ） A.甲 B.乙 C.丙`. Counted only from A on and with B at
 * least; the last such row of letters counts. Empty when there is none.
 */
export function optionsBehindStem(line: string): FoundOption[] {
  const plain = plainForm(line);
  for (let at = plain.length - 1; at > 0; at -= 1) {
    if (plain[at] !== 'A' && plain[at] !== '(' && plain[at] !== '[') continue;
    // `(A)` begins at its bracket.
    if (plain[at] === 'A' && /[([]/.test(plain[at - 1] ?? '')) continue;
    const first = markerAt(plain, at, false);
    if (first?.letter !== 0 || /[A-Za-z0-9]/.test(plain[at - 1] ?? '')) continue;
    const rest = following(plain, first);
    if (rest.length > 0) return [first, ...rest];
  }
  return looseBehindStem(plain);
}

/** The same without signs, only right after a blank or the end of a sentence: `…是（ ）A甲B乙C丙`. */
function looseBehindStem(plain: string): FoundOption[] {
  const found = /[)\]。?？:_]\s*(?=A(?![A-Za-z0-9]))/.exec(plain);
  const first = found ? markerAt(plain, found.index + found[0].length, true) : null;
  const chain = first ? looseChain(plain, first) : [];
  return chain.length >= LOOSE_LEAST ? chain : [];
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
      .replace(/\s*[;；|｜]$/, ''),
  );
}
