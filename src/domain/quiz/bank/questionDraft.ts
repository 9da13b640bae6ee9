import type { QuestionKind } from '../grade';

export const difficulties = ['easy', 'medium', 'hard'] as const;

export type Difficulty = (typeof difficulties)[number];

/** Where a question rests; `title` is empty where nobody has said. Days are `YYYY-MM-DD`. */
export interface QuestionSource {
  title: string;
  article: string;
  url: string | null;
  versionOn: string | null;
  checkedOn: string | null;
}

/** What a question says. */
export interface QuestionContent {
  type: QuestionKind;
  stem: string;
  /** Empty for true-false and blank. */
  options: string[];
  /** Sorted indexes into `options`, of true-false `[1]` or `[0]`, of blanks the accepted texts of each; empty where it is not clear. */
  key: number[] | string[][];
  explanation: string;
  source: QuestionSource;
  topic: string;
  difficulty: Difficulty | null;
}

/** A question as it is written or read, before it is known to be sound: its type is null where it is not clear. */
export type QuestionDraft = Omit<QuestionContent, 'type'> & { type: QuestionKind | null };

/** How long the parts may be, in characters; the longest of the real banks of issue 4 fit twice. */
export const questionLimits = {
  stem: 1000,
  options: 10,
  option: 500,
  blanks: 10,
  /** Accepted texts of one blank. */
  alternatives: 10,
  blankText: 200,
  explanation: 2000,
  sourceTitle: 120,
  article: 60,
  topic: 60,
} as const;

/** No source that anybody has named. */
export const noSource: QuestionSource = {
  title: '',
  article: '',
  url: null,
  versionOn: null,
  checkedOn: null,
};
