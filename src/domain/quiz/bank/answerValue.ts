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
  /** Letters or a word of truth in front of more words, which may be the option's own or say why. */
  led: { letters: number[] | null; truth: boolean | null; rest: string } | null;
}

/** Options are lettered from A to at most J. */
export const MOST_OPTIONS = 10;

/** Reads an answer: `B`, `Ａ、Ｃ`, `A B C D`, `ACD.`, `(B)`, `√`, `错误`, or words. */
export function answerValue(raw: string): AnswerValue {
  const text = raw.replace(/[\u200b\ufeff]/g, '').trim();
  const letters = lettersOf(text);
  const truth = truthOf(text);
  return { letters, truth, text, led: letters || truth !== null ? null : ledBy(text) };
}

/** `B:乙`, `B. 乙`, `AB 因为…`, `错误，应为…`. */
function ledBy(text: string): AnswerValue['led'] {
  const plain = plainForm(text);
  const lettered =
    /^[([]?([A-J](?:[\s,、]*[A-J]){0,9})[)\]]?(?:\s*[:.、,。;，；)(]\s*|\s+|(?=[\u4e00-\u9fff《“]))/.exec(
      plain,
    );
  if (lettered)
    return {
      letters: lettersOf(lettered[1] ?? ''),
      truth: null,
      rest: text.slice(lettered[0].length).trim(),
    };
  const spoken = /^[([]?(正确|错误|对|错|√|×)[)\]]?\s*[,.。:;，；(\s]\s*/.exec(plain);
  return spoken
    ? { letters: null, truth: truthOf(spoken[1] ?? ''), rest: text.slice(spoken[0].length).trim() }
    : null;
}

/** The option letters that a text consists of, each once; null when there is anything else in it. */
export function lettersOf(text: string): number[] | null {
  const letters = plainForm(text)
    .replace(/[\s,，、;；.。/|&+()[\]{}"'“”‘’]|和|与|选项?/g, '')
    .toUpperCase();
  if (!/^[A-J]+$/.test(letters)) return null;
  // The same letter twice is a mistake, or several answers run together.
  if (new Set(letters).size < letters.length) return null;
  const indexes = [...letters].map((letter) => letter.charCodeAt(0) - 65);
  return indexes.sort((one, other) => one - other);
}
