import { plainForm } from './plainForm';
import { truthOf } from './truthWords';

/** What an answer says, before it is held against the options. */
export interface AnswerValue {
  /** Option letters as indexes, in order, without repeats; null when it is not only letters. */
  letters: number[] | null;
  /** True-false; null when it is no such word. */
  truth: boolean | null;
  /** The words themselves, tidied. */
  text: string;
}

/** Options are lettered from A to at most J. */
export const MOST_OPTIONS = 10;

/** Reads an answer: `B`, `Ａ、Ｃ`, `A B C D`, `ACD.`, `(B)`, `√`, `错误`, or words. */
export function answerValue(raw: string): AnswerValue {
  const text = raw.replace(/[\u200b\ufeff]/g, '').trim();
  return { letters: lettersOf(text), truth: truthOf(text), text };
}

/** The option letters that a text consists of, or null when there is anything else in it. */
export function lettersOf(text: string): number[] | null {
  const letters = plainForm(text)
    .replace(/[\s,，、;；.。/|&+()[\]{}"'“”‘’]|和|与|选项?/g, '')
    .toUpperCase();
  if (!/^[A-J]+$/.test(letters)) return null;
  const indexes = [...letters].map((letter) => letter.charCodeAt(0) - 65);
  return [...new Set(indexes)].sort((one, other) => one - other);
}
