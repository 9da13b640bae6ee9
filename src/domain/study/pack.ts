import { isMedia, type PieceBlock, type TextBlock } from './blocks';

/** What the first field of a content pack says; never changes. */
export const PACK_FORMAT = 'morning-study-pack';

/** Counted up when an older program could no longer read what a newer one writes. */
export const PACK_VERSION = 1;

/** The most pieces of a pack: the working days of most of a year. */
export const MOST_PACK_PIECES = 200;

/** The most bytes of a pack: in base64 it fits into a reply of 900 KB (architecture.md "Size"). */
export const MOST_PACK_BYTES = 600_000;

/** The longest paragraph of the contract (`TextBlock`). */
const LONGEST_PARAGRAPH = 2000;

/** A piece's blocks as text alone. */
export interface PackedBlocks {
  blocks: TextBlock[];
  /** How many pictures and recordings did not come along. */
  pictures: number;
  recordings: number;
}

/**
 * The blocks of a piece as they go into a pack: files stay behind, what was written to them stays as a paragraph that
 * says so, and what follows it stays where it was. At least one paragraph comes out of anything that has a text.
 */
export function packBlocks(blocks: readonly PieceBlock[]): PackedBlocks {
  const packed = blocks.map((block): TextBlock => (isMedia(block) ? saidOf(block) : block));
  const hasParagraph = packed.some(({ type }) => type === 'paragraph');
  return {
    blocks: hasParagraph ? packed : packed.map(({ text }) => ({ type: 'paragraph', text })),
    pictures: blocks.filter(({ type }) => type === 'picture').length,
    recordings: blocks.filter(({ type }) => type === 'audio').length,
  };
}

function saidOf(block: PieceBlock & { type: 'picture' | 'audio' }): TextBlock {
  const words =
    block.type === 'picture'
      ? `（这里原有一张图片，没有随包带来。图上是：${[block.alt, block.text].filter(Boolean).join('。')}）`
      : `（这里原有一段录音，没有随包带来。录音里说：）${block.text}`;
  return { type: 'paragraph', text: words.length <= LONGEST_PARAGRAPH ? words : block.text };
}
