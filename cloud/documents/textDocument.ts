/** A stretch of a paragraph that looks the same throughout; only what differs from plain text is named. */
export interface TextRun {
  text: string;
  bold?: true;
  underline?: true;
  /** `RRGGBB` in capitals. */
  color?: string;
  /** Word's name of the marker (`yellow`) or `RRGGBB` of the shading. */
  highlight?: string;
}

export interface Paragraph {
  /** The whole text; a soft break is `\n`, a tab `\t`. Never empty, no blanks at the ends. */
  text: string;
  /** 1 to 9 for a heading, else null. */
  heading: number | null;
  /** The number that Word draws in front (`第三条`, `2.`, `（一）`), which is not part of `text`; null without one. */
  numbering: string | null;
  /** Only from .docx and .doc, and only when some of it looks different; their texts join to `text`. */
  runs?: TextRun[];
  /** From .txt and .md: the line of the file, the first is 1. */
  line?: number;
  /** From .docx and .doc, in a table: which table of the document (from 0), row and column (from 0). */
  cell?: TextCell;
}

/** Where in the document's tables a paragraph stands. */
export interface TextCell {
  table: number;
  row: number;
  column: number;
}

/** A text as its paragraphs in order; empty paragraphs are left out. */
export interface TextDocument {
  kind: 'txt' | 'md' | 'docx' | 'doc';
  /** How the bytes were understood; null for .docx and .doc. */
  encoding: TextEncodingName | null;
  paragraphs: Paragraph[];
}

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
