import { linesOf, shownLine, weightOf } from './textLines';

/** A block of text that a piece is made of (contract `Block`, without pictures and audio). */
export interface TextBlock {
  type: 'heading' | 'paragraph';
  text: string;
}

/** Bounds of the contract: characters of a heading and of a paragraph (kept clear of 2000), blocks of a piece. */
const LONGEST_HEADING = 60;
const LONGEST_PARAGRAPH = 1800;
const MOST_BLOCKS = 60;

/** The items of an article, （一） 1. ①, stand under the sentence that announces them. */
const itemPattern = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．]|[①-⑳])/;

/**
 * A slice of a long text as blocks to be read. Every character that is not a blank, a mark of Markdown or a comment is
 * in them once and in order.
 */
export function blocksOfSlice(slice: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of linesOf(slice)) {
    if (line.kind === 'blank') continue;
    const words = shownLine(slice.slice(line.start, line.end));
    const last = blocks[blocks.length - 1];
    if (line.kind === 'heading' && words.length <= LONGEST_HEADING)
      blocks.push({ type: 'heading', text: words });
    else if (last?.type === 'paragraph' && itemPattern.test(words) && fits(last, words))
      last.text += `\n${words}`;
    else for (const text of paragraphsOf(words)) blocks.push({ type: 'paragraph', text });
  }
  return blocks.length > MOST_BLOCKS ? merged(blocks) : blocks;
}

/** Characters of blocks without blanks. */
export function weightOfBlocks(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, block) => sum + weightOf(block.text), 0);
}

function fits(block: TextBlock, words: string): boolean {
  return block.text.length + 1 + words.length <= LONGEST_PARAGRAPH;
}

function paragraphsOf(words: string): string[] {
  const paragraphs: string[] = [];
  let paragraph = '';
  for (const sign of words) {
    if (paragraph.length + sign.length > LONGEST_PARAGRAPH) {
      paragraphs.push(paragraph);
      paragraph = '';
    }
    paragraph += sign;
  }
  return [...paragraphs, paragraph].map((text) => text.trim()).filter(Boolean);
}

/** Many short lines (a list, a poem) as fewer paragraphs of several lines. */
function merged(blocks: readonly TextBlock[]): TextBlock[] {
  const fewer: TextBlock[] = [];
  for (const block of blocks) {
    const last = fewer[fewer.length - 1];
    if (last?.type === 'paragraph' && fits(last, block.text)) last.text += `\n${block.text}`;
    else fewer.push({ ...block, type: fewer.length === 0 ? block.type : 'paragraph' });
  }
  return fewer;
}
