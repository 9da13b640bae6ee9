import type { Output } from '../../contract/operations';

/** A piece as its reader gets it. */
export type Piece = Output<'study.piece'>['piece'];

/** A piece as a list shows it. */
export type PieceSummary = Output<'study.catchUp'>['pieces'][number];

/** 约 3 分钟 · 812 字: properties of the text. */
export function sayLength({ readingMinutes, length }: Pick<Piece, 'readingMinutes' | 'length'>): string {
  return `约 ${readingMinutes} 分钟 · ${length} 字`;
}

/** Where a piece rests: 《药品管理法》第五十八条（2019 版）. The long formal beginning of a statute's title is left out. */
export function saySource({ title, article, versionOn }: Piece['source']): string {
  const version = versionOn ? `（${versionOn.slice(0, 4)} 版）` : '';
  return `《${title.replace(/^中华人民共和国/, '')}》${article}${version}`;
}
