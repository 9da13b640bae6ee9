import { blankForm } from '../blankForm';
import { type BankProblemCode, bankProblems } from './bankQuestion';
import { blanksOf, numberedBlanksOf } from './blanks';
import { type QuestionDraft, questionLimits } from './questionDraft';

/** What keeps a question out of the bank, with the sentence that people see; those of the reader and some more. */
export const questionProblemSentences = {
  ...bankProblems,
  type_unclear: '看不出是单选、多选、判断还是填空',
  options_alike: '有两个选项一样',
  options_not_needed: '判断题和填空题不用写选项',
  too_long: '这一题太长，可能是几题连在了一起',
  twin_other_key: '同一道题在别处给的答案不一样，请核对',
} as const satisfies Record<string, string>;

export type QuestionProblemCode = BankProblemCode | keyof typeof questionProblemSentences;

/**
 * Why a question is not sound, in the order in which it is read; empty when it is: one clear key that fits its type,
 * its options and its blanks, and nothing longer than `questionLimits`. Needs no file, so that a person's change is
 * judged like what was read.
 */
export function questionProblems(draft: QuestionDraft): QuestionProblemCode[] {
  const problems: QuestionProblemCode[] = [];
  if (draft.type === null) problems.push('type_unclear');
  if (blankForm(draft.stem) === '') problems.push('stem_missing');
  if (isTooLong(draft)) problems.push('too_long');
  if (draft.type === 'blank') problems.push(...blankProblems(draft));
  else if (draft.type === 'trueFalse') problems.push(...truthProblems(draft));
  else if (draft.type !== null) problems.push(...choiceProblems(draft));
  return problems;
}

function choiceProblems({ type, options, key }: QuestionDraft): QuestionProblemCode[] {
  const problems: QuestionProblemCode[] = [];
  const texts = options.map((option) => option.trim());
  if (texts.length === 0) problems.push('options_missing');
  else if (texts.length < 2) problems.push('options_too_few');
  if (texts.some((option) => option === '')) problems.push('option_empty');
  else if (new Set(texts).size < texts.length) problems.push('options_alike');
  if (key.length === 0) problems.push('answer_missing');
  else if (!key.every((index) => typeof index === 'number' && index < options.length))
    problems.push('answer_outside_options');
  else if (new Set(key.map(String)).size < key.length) problems.push('answer_unclear');
  else if (type === 'single' && key.length > 1) problems.push('answer_count');
  return problems;
}

function truthProblems({ options, key }: QuestionDraft): QuestionProblemCode[] {
  if (options.length > 0) return ['options_not_needed'];
  if (key.length === 0) return ['answer_missing'];
  return key.length === 1 && (key[0] === 0 || key[0] === 1) ? [] : ['answer_unclear'];
}

function blankProblems({ stem, options, key }: QuestionDraft): QuestionProblemCode[] {
  if (options.length > 0) return ['options_not_needed'];
  if (key.length === 0) return ['answer_missing'];
  const accepted = key.filter((one): one is string[] => typeof one !== 'number');
  if (accepted.length < key.length) return ['answer_unclear'];
  // A stem without any drawn blank may still ask for one thing.
  if (accepted.length !== Math.max(blanksOf(stem) || numberedBlanksOf(stem), 1)) return ['blank_count'];
  const isWritten = (texts: readonly string[]) =>
    texts.length > 0 && texts.every((one) => blankForm(one) !== '');
  return accepted.every(isWritten) ? [] : ['answer_missing'];
}

function isTooLong({ stem, options, key, explanation, source, topic }: QuestionDraft): boolean {
  const texts = key.filter((one): one is string[] => typeof one !== 'number');
  return (
    stem.length > questionLimits.stem ||
    options.length > questionLimits.options ||
    options.some((option) => option.length > questionLimits.option) ||
    texts.length > questionLimits.blanks ||
    texts.some(
      (one) =>
        one.length > questionLimits.alternatives ||
        one.some((text) => text.length > questionLimits.blankText),
    ) ||
    explanation.length > questionLimits.explanation ||
    source.title.length > questionLimits.sourceTitle ||
    source.article.length > questionLimits.article ||
    topic.length > questionLimits.topic
  );
}
