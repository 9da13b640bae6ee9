import type { Input } from '../../../contract/operations';
import { blanksOf, numberedBlanksOf } from '../../../domain/quiz/bank/blanks';
import { noSource, type QuestionDraft } from '../../../domain/quiz/bank/questionDraft';
import { questionProblemSentences, questionProblems } from '../../../domain/quiz/bank/questionProblems';
import type { ShownQuestion } from './bankWords';

type EditedQuestion = Input<'quiz.saveQuestion'>['question'];

/** A question while it is written: what belongs to another type stays, should one change one's mind. */
export interface DraftForm extends Omit<QuestionDraft, 'key'> {
  /** Right options by index. */
  right: number[];
  truth: boolean | null;
  /** What counts as right in each blank, a line for each way to write it. */
  blanks: string[];
}

/** Choices begin with as many. */
const FIRST_OPTIONS = 4;

/** An empty form for a question of `topic`. */
export function emptyForm(topic: string): DraftForm {
  return {
    type: 'single',
    stem: '',
    options: Array.from({ length: FIRST_OPTIONS }, () => ''),
    right: [],
    truth: null,
    blanks: [],
    explanation: '',
    source: noSource,
    topic,
    difficulty: null,
  };
}

/** The form that shows `question`. */
export function formOf({ key, ...question }: ShownQuestion): DraftForm {
  const indexes = key.filter((one) => typeof one === 'number');
  const isTruth = question.type === 'trueFalse';
  return {
    ...question,
    options: [...question.options],
    right: isTruth ? [] : indexes,
    truth: isTruth && indexes.length === 1 ? indexes[0] === 1 : null,
    blanks: key.flatMap((one) => (typeof one === 'number' ? [] : [one.join('\n')])),
  };
}

/** How many blanks the stem asks for; one without any drawn. */
export function blankCount(stem: string): number {
  return Math.max(blanksOf(stem) || numberedBlanksOf(stem), 1);
}

/** The question that a form describes. Options left empty are gone, and the key moves along. */
function questionOf(form: DraftForm): QuestionDraft {
  const { right, truth, blanks, ...rest } = form;
  const trimmed = {
    ...rest,
    stem: form.stem.trim(),
    explanation: form.explanation.trim(),
    topic: form.topic.trim(),
    source: {
      ...form.source,
      title: form.source.title.trim(),
      article: form.source.article.trim(),
      url: form.source.url?.trim() || null,
    },
  };
  if (form.type === 'trueFalse')
    return { ...trimmed, options: [], key: truth === null ? [] : [truth ? 1 : 0] };
  if (form.type === 'blank') {
    const accepted = Array.from({ length: blankCount(form.stem) }, (_, at) => linesOf(blanks[at] ?? ''));
    return { ...trimmed, options: [], key: accepted.every((texts) => texts.length === 0) ? [] : accepted };
  }
  const kept = form.options.flatMap((option, at) => (option.trim() === '' ? [] : [{ option, at }]));
  return {
    ...trimmed,
    options: kept.map(({ option }) => option.trim()),
    key: kept.flatMap(({ at }, place) => (right.includes(at) ? [place] : [])),
  };
}

/** What still keeps the question from being sound, as sentences; empty when it can be kept. */
export function sayProblems(form: DraftForm): string[] {
  const question = questionOf(form);
  const sentences: string[] = questionProblems(question).map((code) => questionProblemSentences[code]);
  if (question.topic === '') sentences.push('请写上专题');
  if (question.source.url !== null && !/^https:\/\/[^\s]+$/.test(question.source.url))
    sentences.push('原文的网址要以 https:// 开头');
  return sentences;
}

/** The question for the cloud, or null while `sayProblems` has something to say. */
export function editedQuestion(form: DraftForm): EditedQuestion | null {
  const { type, ...question } = questionOf(form);
  return type === null || sayProblems(form).length > 0 ? null : { type, ...question };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
