import { type AnswerValue, answerValue, MOST_OPTIONS } from './answerValue';
import type { BankProblemCode, ReadKey, ReadQuestion } from './bankQuestion';
import { blanksOf } from './blanks';
import { blankTexts } from './blankTexts';
import { citedIn } from './citedIn';
import type { Draft } from './draft';
import { keysInExplanation } from './keyInExplanation';
import { withoutSecondKey } from './keyInStem';
import { plainForm } from './plainForm';
import type { SaidType } from './saidType';
import { typeLabelAtEnd } from './signals/typeLabels';
import type { TruthLegend } from './truthLegend';
import { truthOf, truthPair } from './truthWords';

/** What a draft comes to: a question with one clear key, an essay to be left out, or why it is neither. */
export type Checked =
  | { kind: 'question'; question: ReadQuestion }
  | { kind: 'essay' }
  | { kind: 'problem'; code: BankProblemCode };

/** Never guesses: a key is taken only where everything that was given says the same. */
export function checkDraft(given: Draft): Checked {
  const draft = withoutSecondKey(given);
  const problem = (code: BankProblemCode): Checked => ({ kind: 'problem', code });
  if (draft.type === 'essay') return { kind: 'essay' };
  const stem = draft.stem.trim();
  const options = draft.options.map((option) => option.text.trim());
  if (plainForm(stem).replace(/[\s\d()[\]_.。,，、√×A-J]/g, '') === '') return problem('stem_missing');
  if (options.some((option) => option === '')) return problem('option_empty');
  if (!lettersInOrder(draft)) return problem(hasOnlyRight(draft) ? 'only_right_options' : 'options_repeated');
  // Lines taken for options whole, though letters tell them apart: something about the letters is wrong.
  if (draft.options.filter(({ letter, text }) => letter === null && startsWithLetter(text)).length > 1)
    return problem('options_repeated');
  if (options.length > MOST_OPTIONS) return problem('question_swallowed');
  if (hasQuestionWithin(stem) || options.some(hasOptionsWithin) || options.some(isStem))
    return problem('question_swallowed');
  if (options.some(hasOtherLetter)) return problem('option_swallowed');
  if (draft.seams > 0 || options.some((option) => typeLabelAtEnd(plainForm(option)) !== null))
    return problem('question_swallowed');
  const values = draft.answers
    .map((answer) => ({ ...answer, value: answerValue(answer.text) }))
    .filter(({ text }) => text.trim() !== '');

  const made = (type: ReadQuestion['type'], key: ReadKey, kept: string[] = []): Checked => ({
    kind: 'question',
    question: {
      type,
      stem: withMaterial(draft.material, stem),
      options: kept,
      key,
      explanation: draft.explanation.trim(),
      source: draft.source.trim() || citedIn(draft.explanation),
      topic: draft.topic.trim(),
      difficulty: draft.difficulty.trim(),
      score: draft.score.trim(),
      at: draft.at,
    },
  });

  const pair = truthPair(options);
  if (isTruth(draft.type, pair !== null, options.length, values)) {
    if (values.length === 0) return problem('answer_missing');
    const said = values.map(({ value }) => truthSaid(value, options, pair, draft.legend));
    if (said.some((one) => one === null))
      return problem(
        options.length === 0 && values.some(({ value }) => value.letters)
          ? 'truth_letter_unclear'
          : 'answer_unclear',
      );
    if (new Set(said).size > 1) return problem('answers_disagree');
    return made('trueFalse', { kind: 'truth', right: said[0] === true });
  }

  if (draft.type === 'trueFalse') return problem('answer_unclear');

  if (
    draft.type === 'blank' ||
    (draft.type === null &&
      options.length === 0 &&
      values.length > 0 &&
      values.every(({ value }) => !value.letters && value.truth === null && !value.led) &&
      !isPlaceOnly(stem, values))
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
  const explained = keysInExplanation(draft.explanation).map((letters) => answerValue(letters).letters);
  if (explained.some((letters) => String(letters) !== String(right))) return problem('answers_disagree');
  if (draft.type === 'single' && right.length > 1) return problem('answer_count');
  const type = draft.type === 'multiple' || right.length > 1 ? 'multiple' : 'single';
  return made(type, { kind: 'options', right }, options);
}

/** What is asked, below the text that it is about. */
export function withMaterial(material: string, stem: string): string {
  return material === '' ? stem : `${material}\n${stem}`;
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

const startsWithLetter = (text: string) => /^\s*[([]?[A-J][)\]]?\s*[.、:)]/.test(plainForm(text));

/** A row of lettered options that was taken for part of the stem. */
function hasOptionsWithin(stem: string): boolean {
  const plain = plainForm(stem);
  return /(?:^|[^A-Za-z])A\s*[.、:)].{1,80}?[^A-Za-z]B\s*[.、:)]/.test(plain);
}

/** `2` below words that ask nothing: the place of an option that was not understood. */
function isPlaceOnly(stem: string, values: readonly { text: string }[]): boolean {
  const asksNothing = blanksOf(stem) === 0 && !/[?？:：]\s*$/.test(stem);
  return asksNothing && values.every(({ text }) => /^[(（]?[1-9][)）.。]?$/.test(text.trim()));
}

/** `甲    C. 丙`: behind a gap another option begins. */
function hasOtherLetter(option: string): boolean {
  return /\S\s{2,}[([]?[A-J]\s*[.、):]\s*[\u4e00-\u9fff]/.test(plainForm(option));
}

/** An option has no blank to be filled and no key in brackets; a stem has. */
function isStem(option: string): boolean {
  return option.length > 12 && (blanksOf(option) > 0 || /[([]\s*[A-J]{1,6}\s*[)\]]/.test(plainForm(option)));
}

/** The end of one question and the beginning of the next in one stem. */
function hasQuestionWithin(stem: string): boolean {
  // `…[单选题] 月 季度`: what stands behind the kind is no stem any more.
  if (/.[([](?:单选|多选|单项选择|多项选择|判断|填空)题?[\])][\s*]*[^\s*]/.test(plainForm(stem))) return true;
  // `…。2. …`: a number behind the end of a sentence.
  return /(?:正确|参考|标准)?答案\s*[:\]]|[。?!]\s*[√×]\s*[\u4e00-\u9fff]|[。?!√×)]\s*\d{1,3}\s*[.、]\s*[\u4e00-\u9fff“《]/.test(
    plainForm(stem),
  );
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
    values.every(({ value }) => (value.truth ?? value.led?.truth ?? null) !== null && !value.letters)
  );
}

function truthSaid(
  value: AnswerValue,
  options: readonly string[],
  pair: readonly boolean[] | null,
  legend: TruthLegend | null,
): boolean | null {
  const letters = value.letters ?? value.led?.letters ?? null;
  if (pair) {
    const letter = letters?.length === 1 ? pair[letters[0] ?? 9] : undefined;
    if (letter !== undefined && !isDenied(value.led?.rest ?? '', options)) return letter;
    const named = options.indexOf(value.text);
    if (named >= 0) return pair[named] ?? null;
  }
  const meant = legend?.get(plainForm(value.text).toUpperCase());
  if (meant !== undefined) return meant;
  // Without options the letters T, F, Y, N are words; A and B say nothing.
  const contrary = truthOf((value.led?.rest ?? '').replace(/^[\s(（]+|[\s)）。]+$/g, ''));
  if (value.led && contrary !== null && contrary !== value.led.truth) return null;
  return truthOf(value.text) ?? value.led?.truth ?? null;
}

function chosenOf(value: AnswerValue, options: readonly string[]): number[] | null {
  if (value.letters) return value.letters;
  const whole = named(value.text, options);
  if (whole !== null) return [whole];
  const listed = listedOptions(value.text, options);
  if (listed !== null) return listed;
  const { led } = value;
  if (led?.letters) {
    // `B:乙`: where the words are options they must be those of the letters; else they say why.
    const words = namedAll(led.rest, options);
    if (words !== null) return String(words) === String(led.letters) ? words : null;
    return isDenied(led.rest, options) ? null : led.letters;
  }
  return namedAll(value.text, options);
}

/** `A、名称 B、生产日期`: letters with the words of their options; null where a letter has other words than its option. */
function listedOptions(text: string, options: readonly string[]): number[] | null {
  const heads = [...plainForm(text).matchAll(/(?:^|[\s;；,，])\s*([A-J])\s*[、.:)]\s*/g)];
  const letters = heads.map((head) => (head[1] ?? 'A').charCodeAt(0) - 65);
  const words = heads.map((head, index) => text.slice(head.index + head[0].length, heads[index + 1]?.index));
  if (letters.length < 2 || new Set(letters).size < letters.length) return null;
  return letters.every((letter, index) => named(words[index] ?? '', options) === letter)
    ? letters.sort((one, other) => one - other)
    : null;
}

/** The one option that has these words, or null. */
function named(text: string, options: readonly string[]): number | null {
  const wanted = comparable(text);
  const same = options.flatMap((option, index) => (comparable(option) === wanted ? [index] : []));
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** Several options by their words (`名称；生产日期`): each part must be one option, none twice. */
function namedAll(text: string, options: readonly string[]): number[] | null {
  for (const sign of [/[;；\n]/, /[|｜]/, /[,，]/, /、/, /\s{2,}/]) {
    const parts = text
      .split(sign)
      .map((part) => part.trim())
      .filter(Boolean);
    const found = parts.map((part) => named(part, options));
    if (found.length === 0 || found.some((one) => one === null)) continue;
    const indexes = found.flatMap((one) => (one === null ? [] : [one])).sort((one, other) => one - other);
    if (new Set(indexes).size === indexes.length) return indexes;
  }
  return null;
}

function comparable(text: string): string {
  return plainForm(text)
    .replace(/^[A-J]\s*[.、:)]\s*/, '')
    .replace(/[\s。.;；,，]+$/, '')
    .replace(/\s+/g, '');
}

/** Words behind a letter that take it back, or speak of other letters or options. */
function isDenied(rest: string, options: readonly string[]): boolean {
  return (
    /[错误不]|应选|应为|[A-J](?![A-Za-z])/.test(plainForm(rest)) ||
    options.some((option) => option.length > 1 && rest.includes(option))
  );
}
