import { type AnswerValue, answerValue, MOST_OPTIONS } from './answerValue';
import type { BankProblemCode, ReadKey, ReadQuestion } from './bankQuestion';
import { blanksOf, numberedBlanksOf } from './blanks';
import type { Draft, GivenAnswer } from './draft';
import { plainForm } from './plainForm';
import type { SaidType } from './saidType';
import { truthOf, truthPair } from './truthWords';

/** What a draft comes to: a question with one clear key, an essay to be left out, or why it is neither. */
export type Checked =
  | { kind: 'question'; question: ReadQuestion }
  | { kind: 'essay' }
  | { kind: 'problem'; code: BankProblemCode };

/** Never guesses: a key is taken only where everything that was given says the same. */
export function checkDraft(draft: Draft): Checked {
  const problem = (code: BankProblemCode): Checked => ({ kind: 'problem', code });
  if (draft.type === 'essay') return { kind: 'essay' };
  const stem = draft.stem.trim();
  const options = draft.options.map((option) => option.text.trim());
  if (stem.replace(/[\s()[\]_.。,，、（）【】]/g, '') === '') return problem('stem_missing');
  if (options.some((option) => option === '')) return problem('option_empty');
  if (!lettersInOrder(draft)) return problem(hasOnlyRight(draft) ? 'only_right_options' : 'options_repeated');
  if (options.length > MOST_OPTIONS) return problem('question_swallowed');
  if (hasQuestionWithin(stem) || options.some(hasOptionsWithin) || options.some(isStem))
    return problem('question_swallowed');
  const values = draft.answers
    .map((answer) => ({ ...answer, value: answerValue(answer.text) }))
    .filter(({ text }) => text.trim() !== '');

  const made = (type: ReadQuestion['type'], key: ReadKey, kept: string[] = []): Checked => ({
    kind: 'question',
    question: {
      type,
      stem,
      options: kept,
      key,
      explanation: draft.explanation.trim(),
      source: draft.source.trim(),
      topic: draft.topic.trim(),
      difficulty: draft.difficulty.trim(),
      at: draft.at,
    },
  });

  const pair = truthPair(options);
  if (isTruth(draft.type, pair !== null, options.length, values)) {
    if (values.length === 0) return problem('answer_missing');
    const said = values.map(({ value }) => truthSaid(value, options, pair));
    if (said.some((one) => one === null))
      return problem(
        options.length === 0 && values.some(({ value }) => value.letters)
          ? 'truth_letter_unclear'
          : 'answer_unclear',
      );
    if (new Set(said).size > 1) return problem('answers_disagree');
    return made('trueFalse', { kind: 'truth', right: said[0] === true });
  }

  if (
    draft.type === 'blank' ||
    (draft.type === null &&
      options.length === 0 &&
      values.length > 0 &&
      values.every(({ value }) => !value.letters && value.truth === null))
  ) {
    if (values.length === 0) return problem('answer_missing');
    const filled = blankTexts(stem, values, draft.type === 'blank');
    return typeof filled === 'string' ? problem(filled) : made('blank', { kind: 'texts', right: filled });
  }

  if (options.length === 0) return problem(hasOptionsWithin(stem) ? 'option_swallowed' : 'options_missing');
  if (hasOptionsWithin(stem)) return problem('option_swallowed');
  if (options.length < 2) return problem('options_too_few');
  if (values.length === 0) return problem('answer_missing');
  const chosen = values.map(({ value }) => chosenOf(value, options));
  if (chosen.some((one) => one === null)) return problem('answer_unclear');
  const sets = chosen as number[][];
  if (sets.some((one) => one.some((index) => index >= options.length)))
    return problem('answer_outside_options');
  if (new Set(sets.map(String)).size > 1) return problem('answers_disagree');
  const right = sets[0] ?? [];
  if (draft.type === 'single' && right.length > 1) return problem('answer_count');
  const type = draft.type === 'multiple' || right.length > 1 ? 'multiple' : 'single';
  return made(type, { kind: 'options', right }, options);
}

function lettersInOrder({ options }: Draft): boolean {
  return options.every(({ letter }, index) => letter === null || letter === index);
}

/** `B.` and `D.` and the answer BD: whoever made the list has left the wrong ones out. */
function hasOnlyRight({ options, answers }: Draft): boolean {
  const letters = options.map(({ letter }) => letter);
  return (
    answers.length > 0 && answers.every(({ text }) => String(answerValue(text).letters) === String(letters))
  );
}

/** A row of lettered options that was taken for part of the stem. */
function hasOptionsWithin(stem: string): boolean {
  const plain = plainForm(stem);
  return /(?:^|[^A-Za-z])A\s*[.、:)].{1,80}?[^A-Za-z]B\s*[.、:)]/.test(plain);
}

/** An option has no blank to be filled; a stem has. */
function isStem(option: string): boolean {
  return option.length > 12 && blanksOf(option) > 0;
}

/** The end of one question and the beginning of the next in one stem. */
function hasQuestionWithin(stem: string): boolean {
  return /(?:正确|参考|标准)?答案\s*[:]/.test(plainForm(stem));
}

function isTruth(
  type: SaidType | null,
  isPair: boolean,
  optionCount: number,
  values: readonly { value: AnswerValue }[],
): boolean {
  if (type === 'trueFalse') return optionCount <= 2;
  if (type === 'blank' || type === 'multiple' || type === 'single') return false;
  if (isPair) return true;
  return (
    optionCount === 0 &&
    values.length > 0 &&
    type === null &&
    values.every(({ value }) => value.truth !== null && !value.letters)
  );
}

function truthSaid(
  value: AnswerValue,
  options: readonly string[],
  pair: readonly boolean[] | null,
): boolean | null {
  if (pair) {
    const letter = value.letters?.length === 1 ? pair[value.letters[0] ?? 9] : undefined;
    if (letter !== undefined) return letter;
    const named = options.indexOf(value.text);
    if (named >= 0) return pair[named] ?? null;
  }
  // Without options the letters T, F, Y, N are words; A and B say nothing.
  return truthOf(value.text);
}

function chosenOf(value: AnswerValue, options: readonly string[]): number[] | null {
  if (value.letters) return value.letters;
  const same = options.flatMap((option, index) =>
    plainForm(option) === plainForm(value.text) ? [index] : [],
  );
  return same.length === 1 ? same : null;
}

/** Texts for each blank; the code of what is wrong otherwise. */
function blankTexts(
  stem: string,
  values: readonly (GivenAnswer & { value: AnswerValue })[],
  isSaid: boolean,
): string[][] | BankProblemCode {
  const blanks = blanksOf(stem) || numberedBlanksOf(stem);
  const parts =
    values.length > 1
      ? values.map(({ text }) => withoutNumber(text))
      : splitParts(values[0]?.text ?? '', blanks);
  if (parts.some((part) => part === '')) return 'answer_missing';
  // A stem without any drawn blank may still ask for one thing (`…的会议是。`).
  if (parts.length !== Math.max(blanks, 1)) return 'blank_count';
  if (!isSaid && parts.length === 1 && (parts[0]?.length ?? 0) > LONGEST_BLANK) return 'answer_unclear';
  return parts.map(alternatives);
}

/** Longer than this it is an essay's answer, not what goes into a blank; only where nobody says that it is one. */
const LONGEST_BLANK = 60;

function splitParts(text: string, blanks: number): string[] {
  const numbered = text
    .split(/\s*(?:^|[\s;；,，])[(（]?(?:空\s*)?[1-9][)）.、:：]\s*/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (blanks > 1 && numbered.length === blanks) return numbered;
  // For one blank a list of answers is no answer: they may be alternatives or belong to blanks that were lost.
  if (blanks === 1 && /[;；]/.test(text))
    return text
      .split(/[;；]/)
      .map((part) => part.trim())
      .filter(Boolean);
  if (blanks <= 1) return [withoutNumber(text)];
  for (const sign of [/[;；]/, /\||｜/, /\s{2,}|\t/, /[、]/, /[,，]/, /\s+/]) {
    const parts = text
      .split(sign)
      .map((part) => part.trim())
      .filter(Boolean);
    if (parts.length === blanks) return parts;
  }
  return [text.trim()];
}

function withoutNumber(text: string): string {
  return text
    .trim()
    .replace(/^(?:[(（]\d{1,2}[)）]|空\s*\d{1,2}\s*[:：]|第[一二三四五六七八九]空\s*[:：]|[①-⑩])\s*/, '');
}

/** Alternatives are told apart by a bar, or by slashes between words. */
function alternatives(part: string): string[] {
  const words = part
    .split(/\s*[|｜]\s*/)
    .map((word) => word.trim())
    .filter(Boolean);
  return words.length > 0 ? words : [part];
}
