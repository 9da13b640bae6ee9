/** Where a text rests: the named law, its article, the version's date (YYYY-MM-DD). */
export interface ContentSource {
  title: string;
  /** As the law prints it, 第五十八条; empty when only the regulation as a whole is known. */
  article: string;
  versionOn: string | null;
}

/** A question after a piece; answerable from the piece alone, never recorded against a member. */
export interface SelfCheck {
  type: 'single' | 'multiple' | 'trueFalse';
  stem: string;
  options: string[];
  /** indexes into options, sorted; trueFalse: options are [] and key is [1] for true, [0] for false */
  key: number[];
  explanation: string;
}

/** One morning's reading: 600 to 900 characters without blanks (domain.md 7), written for three minutes. */
export interface DemoPiece {
  slug: string;
  title: string;
  topic: string;
  /** explanation: an article explained; local: told as something that happened near by (身边事) */
  kind: 'explanation' | 'local';
  source: ContentSource;
  paragraphs: string[];
  checks: [SelfCheck, SelfCheck, SelfCheck];
}

/** A question of the demo bank; the key is written as in SelfCheck. */
export interface DemoQuestion {
  slug: string;
  type: 'single' | 'multiple' | 'trueFalse';
  stem: string;
  options: string[];
  key: number[];
  explanation: string;
  topic: string;
  source: ContentSource;
}
