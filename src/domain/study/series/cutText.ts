import { bordersOf, MOST_CHARACTERS, type TextPart } from './bordersOf';

/** Characters that a piece of the morning has (domain.md 7): enough for three minutes, never more. */
const FEWEST_CHARACTERS = 600;
/** A piece shorter than two minutes' third stays alone only when that keeps an article whole. */
const TOO_SHORT = 200;
/** How much longer than a piece the last one may grow, rather than leave a scrap for another morning. */
const LAST_MAY_HAVE = MOST_CHARACTERS + TOO_SHORT;

const worth = { chapter: 3, article: 2, paragraph: 1, sentence: 0 } as const;

/**
 * Cuts a long text into pieces of 600 to 900 characters: the offsets at which they begin, the first always 0. Cut
 * before a chapter if one begins in reach, else before an article, a paragraph, a sentence; an article that fits into
 * one piece is never cut, though the piece before it becomes shorter. The slices between the offsets are the text,
 * nothing lost and nothing doubled. Linear in the length of the text.
 */
export function cutText(text: string, parts: readonly TextPart[] = bordersOf(text)): number[] {
  const starts: number[] = [];
  for (let from = 0; from < parts.length; ) {
    starts.push(parts[from]?.start ?? 0);
    from = endOfPiece(parts, from);
  }
  return starts.length > 0 ? starts : [0];
}

/** Index of the part with which the next piece begins. */
function endOfPiece(parts: readonly TextPart[], from: number): number {
  let weight = 0;
  let best: { at: number; worth: number } | null = null;
  let wholeArticles = -1;
  let at = from;
  for (; at < parts.length; at += 1) {
    const part = parts[at] as TextPart;
    if (at > from) {
      const rank = worth[part.rank];
      if (weight >= FEWEST_CHARACTERS && (best === null || rank >= best.worth)) best = { at, worth: rank };
      if (rank >= worth.article) wholeArticles = at;
    }
    if (at > from && weight + part.weight > MOST_CHARACTERS) break;
    weight += part.weight;
  }
  if (at === parts.length) return at;
  if (isShortTail(parts, at, weight)) return parts.length;
  if (best && best.worth >= worth.article) return best.at;
  // No article begins in reach. One that would fit a piece of its own is kept whole.
  if (wholeArticles > 0 && fitsOnePiece(parts, wholeArticles)) return wholeArticles;
  return best?.at ?? at;
}

/** True when what is left is too short for a morning and fits into this one. */
function isShortTail(parts: readonly TextPart[], at: number, weight: number): boolean {
  let [tail, next] = [0, at];
  while (next < parts.length && tail <= TOO_SHORT) {
    tail += parts[next]?.weight ?? 0;
    next += 1;
  }
  return next === parts.length && tail <= TOO_SHORT && weight + tail <= LAST_MAY_HAVE;
}

/** True when the article that begins at the part with index `at` is no longer than a piece. */
function fitsOnePiece(parts: readonly TextPart[], at: number): boolean {
  let weight = 0;
  for (let next = at; next < parts.length; next += 1) {
    const part = parts[next] as TextPart;
    if (next > at && worth[part.rank] >= worth.article) break;
    weight += part.weight;
    if (weight > MOST_CHARACTERS) return false;
  }
  return true;
}
