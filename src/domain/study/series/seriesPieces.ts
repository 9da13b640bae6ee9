import type { TextPart } from './bordersOf';
import { shownLine, weightOf } from './textLines';

/** Where a piece of a series begins, and its own title when somebody has given it one. */
export interface Cut {
  at: number;
  title: string | null;
}

/** A piece as the cuts make it. */
export interface CutPiece {
  start: number;
  end: number;
  title: string;
  /** Its articles as they are cited: 第三条至第七条, 第十二条（续）; empty in a text without articles. */
  articles: string;
  /** It goes on with an article that an earlier piece began. */
  isContinued: boolean;
  /** Characters without blanks. */
  length: number;
  parts: TextPart[];
}

/** The longest title of a piece (contract). */
const LONGEST_TITLE = 60;

/**
 * The pieces that `cuts` make of a text with `parts`, in order. Titles are proposed from `name` (of the statute or
 * handbook) and the articles: 产品质量法 第三条至第七条; without articles from the first heading, else by number.
 */
export function piecesOf(
  text: string,
  parts: readonly TextPart[],
  cuts: readonly Cut[],
  name: string,
): CutPiece[] {
  const pieces: CutPiece[] = [];
  let next = 0;
  for (const [index, cut] of cuts.entries()) {
    const end = cuts[index + 1]?.at ?? text.length;
    const held: TextPart[] = [];
    while (next < parts.length && (parts[next] as TextPart).start < end) held.push(parts[next++] as TextPart);
    const { articles, isContinued } = articlesIn(held);
    const title = cut.title ?? proposedTitle(text, held, { name, articles, number: index + 1 });
    const length = held.reduce((sum, part) => sum + part.weight, 0);
    pieces.push({ start: cut.at, end, title, articles, isContinued, length, parts: held });
  }
  return pieces;
}

function articlesIn(parts: readonly TextPart[]): { articles: string; isContinued: boolean } {
  const [first] = parts;
  const begun = parts.filter((part) => part.beginsArticle).map((part) => part.article ?? '');
  const isContinued = first !== undefined && first.article !== null && !first.beginsArticle;
  const names = isContinued ? [`${first.article}（续）`, ...begun] : begun;
  const last = names[names.length - 1];
  if (last === undefined) return { articles: '', isContinued };
  return { articles: names.length === 1 ? last : `${names[0]}至${last}`, isContinued };
}

function proposedTitle(
  text: string,
  parts: readonly TextPart[],
  piece: { name: string; articles: string; number: number },
): string {
  const name = piece.name.replace(/^中华人民共和国/, '');
  const after = piece.articles || headingIn(text, parts, piece.name) || `第 ${piece.number} 篇`;
  return `${[...name].slice(0, LONGEST_TITLE - after.length - 1).join('')} ${after}`.trim();
}

/** The first chapter's title in a text without articles, when it says more than the name. */
function headingIn(text: string, parts: readonly TextPart[], name: string): string {
  const chapter = parts.find((part) => part.rank === 'chapter');
  if (!chapter) return '';
  const words = shownLine(text.slice(chapter.start, chapter.end).split(/[\r\n]/, 1)[0] ?? '');
  return words === name || weightOf(words) > 30 ? '' : words;
}
