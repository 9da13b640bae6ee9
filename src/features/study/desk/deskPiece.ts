import type { Input, Output } from '../../../contract/operations';

/** The desk as its reader gets it. */
export type Desk = Output<'study.desk'>;

/** A piece in the desk's lists. */
export type DeskPiece = Desk['pieces'][number];

/** A piece with everything on it, keys included. */
export type Draft = Output<'study.draft'>;

export type PieceKind = Input<'study.saveDraft'>['kind'];

/** Kinds as people call them (product.md A0). */
export const kindWords: Record<PieceKind, string> = {
  explanation: '条文讲解',
  local: '身边事',
  microLecture: '微党课',
  external: '外部原文（我们写几句，附链接）',
};

/** How far a piece has come. */
export const stateWords: Record<DeskPiece['state'], string> = {
  draft: '草稿',
  submitted: '等审核',
  returned: '退回修改',
  approved: '已通过',
  withdrawn: '已撤下',
};
