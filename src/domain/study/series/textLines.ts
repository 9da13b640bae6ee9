import { chineseNumber, numberSigns } from './chineseNumber';

/** What a line of a long text is: a heading, the first line of an article, the text itself, or nothing to see. */
export type LineKind = 'heading' | 'article' | 'paragraph' | 'blank';

/** A line with its place in the text; `end` is after its line break. */
export interface TextLine {
  start: number;
  end: number;
  kind: LineKind;
  /** The article that begins here, as written: 第十二条, 第十二条之一. */
  article: string | null;
  /** Characters without blanks; one outside the BMP counts once. */
  weight: number;
}

const linePattern = /[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|$)/gu;
const articlePattern = new RegExp(`^第([${numberSigns}]{1,9})条(之[${numberSigns}]{1,4})?`);
const chapterPattern = new RegExp(`^第[${numberSigns}]{1,7}(?:编|分编|章|节|部分)(?![${numberSigns}])`);
/** A chapter's title is short; a sentence about a chapter is not, or ends like a sentence. */
const LONGEST_HEADING = 40;

/** The lines of `text` in order; together they are the whole text. Linear in its length. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let lastNumber = 0;
  for (const match of text.matchAll(linePattern)) {
    const raw = match[0];
    if (raw === '') continue;
    const start = match.index;
    const words = shownLine(raw);
    const weight = weightOf(words);
    const article = weight === 0 ? null : articleAt(words, lastNumber);
    if (article) lastNumber = article.number;
    const kind =
      weight === 0 ? 'blank' : article ? 'article' : isHeading(raw, words) ? 'heading' : 'paragraph';
    lines.push({ start, end: start + raw.length, kind, article: article?.words ?? null, weight });
  }
  return lines;
}

/** A line as people read it: without marks of Markdown, control characters and blanks at its ends; empty for a comment. */
export function shownLine(raw: string): string {
  if (raw.includes('<!--') && raw.replace(/<!--.*?-->/g, '').trim() === '') return '';
  return raw
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/^#{1,6} +/, '')
    .replace(/^#{1,6}$/, '');
}

/** Characters without blanks; one outside the BMP counts once. */
export function weightOf(words: string): number {
  let weight = 0;
  for (const sign of words) if (!/\s/u.test(sign)) weight += 1;
  return weight;
}

/**
 * The article that begins with the line. `第五条 …` begins one; `第五条规定的…` only quotes one, unless the number is
 * the next in turn and no word follows that speaks about the article (some sources leave the blank out).
 */
function articleAt(words: string, lastNumber: number): { words: string; number: number } | null {
  const match = articlePattern.exec(words);
  const number = match && chineseNumber(match[1] ?? '');
  if (!match || number === null) return null;
  const after = words.slice(match[0].length);
  const isSetApart = /^(?:[\s：:【]|$)/u.test(after);
  const isNextInTurn = number === lastNumber + 1 && !/^[第规的、和及至到或，。；所中与前后]/u.test(after);
  return isSetApart || isNextInTurn ? { words: match[0], number } : null;
}

function isHeading(raw: string, words: string): boolean {
  if (/^\s*#{1,6}\s/.test(raw)) return true;
  return words.length <= LONGEST_HEADING && chapterPattern.test(words) && !/[。；，]/.test(words);
}
