import type { Output } from '../../contract/operations';

/** A piece as its reader gets it. */
export type Piece = Output<'study.piece'>['piece'];

/** A piece as a list shows it. */
export type PieceSummary = Output<'study.catchUp'>['pieces'][number];

/** 约 3 分钟 · 812 字: properties of the text. */
export function sayLength({ readingMinutes, length }: Pick<Piece, 'readingMinutes' | 'length'>): string {
  return `约 ${readingMinutes} 分钟 · ${length} 字`;
}
