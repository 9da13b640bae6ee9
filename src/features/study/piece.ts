import type { Output } from '../../contract/operations';

/** A piece as its reader gets it. */
export type Piece = Output<'study.piece'>['piece'];

/** A piece as a list shows it. */
export type PieceSummary = Output<'study.catchUp'>['pieces'][number];

/** 约 3 分钟 · 812 字: properties of the text. */
export function sayLength({ readingMinutes, length }: Pick<Piece, 'readingMinutes' | 'length'>): string {
  return `约 ${readingMinutes} 分钟 · ${length} 字`;
}

/** 共 12 篇，已发 3 篇: what is out of a series, whoever has read what. */
export function saySeries({ pieceCount, outCount }: { pieceCount: number; outCount: number }): string {
  return outCount < pieceCount ? `共 ${pieceCount} 篇，已发 ${outCount} 篇` : `共 ${pieceCount} 篇，都已发`;
}
