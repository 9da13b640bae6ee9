import { linesOf, type TextLine, weightOf } from './textLines';

/** A piece of the morning is at most 900 characters (domain.md 7: 600 to 900). */
export const MOST_CHARACTERS = 900;

/** What begins at a border, the best place to cut first. */
export type BorderRank = 'chapter' | 'article' | 'paragraph' | 'sentence';

/** The smallest part of a text that stays in one piece: from `start` to the next part's. */
export interface TextPart {
  start: number;
  end: number;
  rank: BorderRank;
  /** The article that this part belongs to, and whether it begins here. */
  article: string | null;
  beginsArticle: boolean;
  /** Characters without blanks. */
  weight: number;
}

/**
 * Where a text may be cut: every part is a paragraph with the headings before it and the blank lines after it; a
 * paragraph longer than a piece is one part for each sentence, and a sentence longer than a piece is cut where it is
 * full. The parts together are the whole text. Linear in its length.
 */
export function bordersOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let article: string | null = null;
  let heading: { start: number; weight: number } | null = null;
  for (const line of linesOf(text)) {
    if (line.kind === 'blank') {
      extend(parts, heading, line.end);
      continue;
    }
    if (line.kind === 'heading') {
      // A page of headings alone (a table of contents) is cut like paragraphs.
      if (heading && heading.weight + line.weight <= MOST_CHARACTERS / 3) heading.weight += line.weight;
      else {
        if (heading) parts.push(headingPart(heading, line.start));
        heading = { start: line.start, weight: line.weight };
      }
      article = null;
      continue;
    }
    if (line.kind === 'article') article = line.article;
    const first = parts.length;
    for (const sentence of sentencesOf(text, line))
      parts.push({ ...sentence, article, beginsArticle: false });
    const begun = parts[first];
    if (begun) {
      begun.beginsArticle = line.kind === 'article';
      begun.rank = heading ? 'chapter' : line.kind === 'article' ? 'article' : 'paragraph';
      if (heading) [begun.start, begun.weight] = [heading.start, begun.weight + heading.weight];
    }
    heading = null;
  }
  if (heading) parts.push(headingPart(heading, text.length));
  const first = parts[0];
  // Blank lines before the first word belong to it; a text of blanks alone is one part.
  if (first) first.start = 0;
  return first || text === '' ? parts : [emptyPart(text)];
}

function extend(parts: TextPart[], heading: { start: number } | null, end: number): void {
  const last = parts[parts.length - 1];
  if (last && !heading) last.end = end;
}

function headingPart({ start, weight }: { start: number; weight: number }, end: number): TextPart {
  return { start, end, weight, rank: 'chapter', article: null, beginsArticle: false };
}

function emptyPart(text: string): TextPart {
  return { start: 0, end: text.length, rank: 'paragraph', article: null, beginsArticle: false, weight: 0 };
}

/** The line as one part, or, when it is longer than a piece, its sentences. */
function sentencesOf(text: string, line: TextLine): Omit<TextPart, 'article' | 'beginsArticle'>[] {
  const { start, end, weight } = line;
  if (weight <= MOST_CHARACTERS) return [{ start, end, weight, rank: 'paragraph' }];
  const sentences: Omit<TextPart, 'article' | 'beginsArticle'>[] = [];
  const raw = text.slice(start, end);
  for (const match of raw.matchAll(/[^。！？；!?;]*(?:[。！？；!?;…]+[”’」』）)\]】》〉"']*\s*|$)/gu)) {
    if (match[0] === '') continue;
    for (const [from, to] of fullPieces(match[0])) {
      const words = match[0].slice(from, to);
      const at = start + match.index;
      sentences.push({ start: at + from, end: at + to, weight: weightOf(words), rank: 'sentence' });
    }
  }
  // What has no weight (blanks at the end) goes with the sentence before it.
  return sentences.reduce<typeof sentences>((kept, one) => {
    const last = kept[kept.length - 1];
    if (last && one.weight === 0) last.end = one.end;
    else kept.push(one);
    return kept;
  }, []);
}

/** A sentence in parts of at most a piece's length, cut after a comma where the second half has one; never inside a character. */
function fullPieces(sentence: string): [from: number, to: number][] {
  if (weightOf(sentence) <= MOST_CHARACTERS) return [[0, sentence.length]];
  const pieces: [number, number][] = [];
  let [from, at, weight, comma] = [0, 0, 0, 0];
  for (const sign of sentence) {
    if (weight >= MOST_CHARACTERS && !/\s/u.test(sign)) {
      const to = comma > from ? comma : at;
      pieces.push([from, to]);
      weight = weightOf(sentence.slice(to, at));
      [from, comma] = [to, 0];
    }
    at += sign.length;
    if (!/\s/u.test(sign)) weight += 1;
    if (weight > MOST_CHARACTERS / 2 && /[，、,：:]/.test(sign)) comma = at;
  }
  if (from < sentence.length) pieces.push([from, sentence.length]);
  return pieces;
}
