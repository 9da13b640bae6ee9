import { type TextBlock as Block, isMedia, type PieceBlock } from '../../../domain/study/blocks';
import { tidyLine } from '../../../domain/study/tidyText';

/** Longest text of one block, and most blocks of a piece (contract). */
const longest: Record<Block['type'], number> = { heading: 60, paragraph: 2000, quote: 1000 };
const mostBlocks = 60;

/**
 * What is typed into one field as blocks: a blank line separates paragraphs, a line beginning with `# ` is a heading,
 * lines beginning with `> ` are a quotation. Blanks of a layout and what cannot be seen go (domain/study/tidyText).
 */
export function blocksOf(text: string): Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .flatMap(blocksOfChunk);
}

/** Blocks as text to be edited; `blocksOf` makes the same blocks of it again. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .map(({ type, text }) => {
      if (type === 'heading') return `# ${text}`;
      if (type === 'quote') return text.replace(/^/gm, '> ');
      return text;
    })
    .join('\n\n');
}

/** Which part of a text is too long to be saved, or undefined. Pictures and recordings count as blocks. */
export function tooLongPart(blocks: readonly PieceBlock[]): string | undefined {
  if (blocks.length > mostBlocks) return `一共 ${blocks.length} 段，最多 ${mostBlocks} 段`;
  const block = blocks.find((one): one is Block => !isMedia(one) && one.text.length > longest[one.type]);
  if (!block) return undefined;
  const part = `“${block.text.slice(0, 10)}…”`;
  return block.type === 'heading'
    ? `小标题${part}太长，最多 ${longest.heading} 字`
    : `${part}这一段太长，最多 ${longest[block.type]} 字，请分成几段`;
}

function blocksOfChunk(chunk: string): Block[] {
  const blocks: Block[] = [];
  for (const line of chunk.split('\n')) {
    const [type, text] = kindOf(line);
    if (text === '') continue;
    const last = blocks[blocks.length - 1];
    if (last && last.type === type && type !== 'heading') last.text += `\n${text}`;
    else blocks.push({ type, text });
  }
  return blocks;
}

function kindOf(line: string): [type: Block['type'], text: string] {
  if (/^#\s/.test(line)) return ['heading', tidyLine(line.slice(1))];
  if (/^>\s/.test(line)) return ['quote', tidyLine(line.slice(1))];
  return ['paragraph', tidyLine(line)];
}
