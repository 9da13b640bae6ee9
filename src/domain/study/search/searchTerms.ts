/**
 * How text is cut for searching without an extension of the database (architecture.md "Chinese search"): Chinese in
 * pairs of neighbouring characters, everything else in whole words. Two texts that say the same in other widths or
 * cases are cut alike (NFKC, lower case).
 */

/** Longer words are numbers of files and the like: their beginning tells them apart. */
const LONGEST_WORD = 32;
/** A question of more pairs than this is a paragraph; its beginning says enough. */
const MOST_TERMS = 24;
/** Sorts behind everything that begins with what stands before it (byte order of UTF-8). */
const LAST_CHARACTER = '\u{10FFFF}';
/** Sorts before everything that begins with what stands before it and goes on: no gram holds a control character. */
const FIRST_CHARACTER = '\u0001';

/** What a question looks for: every gram from `low` to before `high`, in byte order of UTF-8. */
export interface SearchTerm {
  low: string;
  high: string;
}

type Run = { isChinese: boolean; characters: string[] };

/**
 * The grams under which a text is found, without repeats: each pair of neighbouring Chinese characters, the last
 * character of each Chinese run by itself (so that a single character is found by its range), and each word or number.
 */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (const { isChinese, characters } of runsOf(text)) {
    if (!isChinese) grams.add(characters.slice(0, LONGEST_WORD).join(''));
    else for (const [at, one] of characters.entries()) grams.add(one + (characters[at + 1] ?? ''));
  }
  return [...grams];
}

/**
 * What to look for: Chinese by its pairs, a single Chinese character and a word by all that begins with it. Empty for a
 * question of signs alone (%, _, blanks).
 */
export function termsOf(question: string): SearchTerm[] {
  const terms = new Map<string, SearchTerm>();
  for (const { isChinese, characters } of runsOf(question)) {
    if (isChinese && characters.length > 1) {
      for (let at = 0; at + 1 < characters.length; at += 1) {
        const pair = characters.slice(at, at + 2).join('');
        terms.set(pair, { low: pair, high: pair + FIRST_CHARACTER });
      }
    } else {
      const start = characters.slice(0, LONGEST_WORD).join('');
      terms.set(start, { low: start, high: start + LAST_CHARACTER });
    }
  }
  return [...terms.values()].slice(0, MOST_TERMS);
}

/**
 * How many of `terms` something must have to be an answer: all of up to two, else two thirds, so that a question with
 * a word too many still finds.
 */
export function termsNeeded(terms: number): number {
  return terms <= 2 ? terms : Math.ceil((terms * 2) / 3);
}

/** Runs of Chinese characters and of other letters and digits; signs and blanks part them and are no run. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let isParted = true;
  for (const character of alike(text)) {
    const kind = kindOf(character);
    if (kind === null) {
      isParted = true;
      continue;
    }
    const isChinese = kind === 'chinese';
    const last = runs.at(-1);
    if (last && !isParted && last.isChinese === isChinese) last.characters.push(character);
    else runs.push({ isChinese, characters: [character] });
    isParted = false;
  }
  return runs;
}

/** The text as it is compared: full and half width, large and small letters are the same. */
export function alike(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function kindOf(character: string): 'chinese' | 'word' | null {
  if (/\p{Script=Han}/u.test(character)) return 'chinese';
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? 'word' : null;
}
