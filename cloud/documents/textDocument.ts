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
  /** Only from .docx, and only when some of it looks different; their texts join to `text`. */
  runs?: TextRun[];
}

/** A text as its paragraphs in order; empty paragraphs are left out. */
export interface TextDocument {
  kind: 'txt' | 'md' | 'docx';
  /** How the bytes were understood; null for .docx. */
  encoding: TextEncodingName | null;
  paragraphs: Paragraph[];
}

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
