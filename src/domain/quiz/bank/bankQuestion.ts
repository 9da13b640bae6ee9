import type { Draft } from './draft';

/** The four kinds that can be practised (product.md B2). */
export type ReadType = 'single' | 'multiple' | 'trueFalse' | 'blank';

/** Where something stands, as a person finds it: `题库.docx 第 12 段`, `题库.xlsx Sheet1!F12`. */
export type Place = string;

/** A question as it was read, with one clear key. */
export interface ReadQuestion {
  type: ReadType;
  stem: string;
  /** Empty for true-false and blank. */
  options: string[];
  key: ReadKey;
  explanation: string;
  /** The article or text that the question names as its source. */
  source: string;
  /** Chapter, topic or knowledge point. */
  topic: string;
  difficulty: string;
  /** As it is written: `2`, `2分`. */
  score: string;
  at: Place;
}

/** Indexes of right options in order; true or false; or for each blank the texts that count as right. */
export type ReadKey =
  | { kind: 'options'; right: number[] }
  | { kind: 'truth'; right: boolean }
  | { kind: 'texts'; right: string[][] };

/** Something that keeps a question from being imported until a person has looked at it. */
export interface BankProblem {
  at: Place;
  code: BankProblemCode;
  message: string;
  /** The question's own words, so that it is found; cut short. */
  stem: string;
  /** Its parts as they were found, for whoever puts them right; absent for lines of no question. */
  draft?: Draft;
}

/** Every reason, with the sentence that people see. */
export const bankProblems = {
  stem_missing: '没有找到题干',
  options_missing: '没有找到选项',
  options_too_few: '选项不到两个',
  options_repeated: '选项的字母有重复或不连续',
  option_empty: '有一个选项是空的',
  option_swallowed: '题干或选项里好像还夹着别的选项，请分开',
  question_swallowed: '这一题里好像还夹着另一题，请分开',
  only_right_options: '只列了对的选项，没有别的选项',
  answer_missing: '没有找到答案',
  answer_unclear: '答案看不明白',
  answer_outside_options: '答案不在列出的选项里',
  answers_disagree: '前后给的答案不一样',
  answer_count: '写的是单选题，答案却不止一个',
  truth_letter_unclear: '判断题的答案是字母，又没有列出哪个字母是对',
  blank_count: '空的个数和答案的个数对不上',
  line_unplaced: '这几行没有归到任何一题，请看一眼',
  cell_formula: '这一格是公式算出来的，请改成文字',
} as const satisfies Record<string, string>;

export type BankProblemCode = keyof typeof bankProblems;

/** What a bank of one or several files holds. */
export interface ReadBank {
  questions: ReadQuestion[];
  problems: BankProblem[];
  /** Questions that ask for an essay: counted and left out. */
  essays: number;
  /** How the files were understood, in sentences; one for each file. */
  evidence: { file: string; sentence: string }[];
}
