import type { QuestionContent } from './questionDraft';

const typeWords = { single: '单选题', multiple: '多选题', trueFalse: '判断题', blank: '填空题' } as const;
const difficultyWords = { easy: '易', medium: '中', hard: '难' } as const;

/** Columns of our own table besides those of the options, as `columnRoles` reads them back. */
const before = ['题型', '题干'];
const after = ['答案', '解析', '依据', '专题', '难度'];
/** A table has at least so many columns for options. */
const FEWEST_OPTIONS = 4;

/** The headers of a table whose questions have at most `options` options. */
export function bankHeader(options: number): string[] {
  return [...before, ...lettersOf(options).map((letter) => `选项${letter}`), ...after];
}

/** How many columns of options a table of these questions has. */
export function optionColumns(questions: readonly QuestionContent[]): number {
  return questions.reduce((most, { options }) => Math.max(most, options.length), FEWEST_OPTIONS);
}

/** A question as a row under `bankHeader(options)`; reading the table gives the same question again. */
export function bankRow(question: QuestionContent, options: number): string[] {
  const { type, stem, explanation, topic, difficulty } = question;
  return [
    typeWords[type],
    stem,
    ...lettersOf(options).map((_, index) => question.options[index] ?? ''),
    answerText(question),
    explanation,
    sourceText(question),
    topic,
    difficulty ? difficultyWords[difficulty] : '',
  ];
}

/** A question as lines of a document, numbered from 1; reading the document gives the same question again. */
export function bankLinesOf(question: QuestionContent, number: number): string[] {
  const { type, stem, options, explanation, topic, difficulty } = question;
  const labels: [string, string][] = [
    ['答案', answerText(question)],
    ['解析', oneLine(explanation)],
    ['依据', sourceText(question)],
    ['专题', topic],
    ['难度', difficulty ? difficultyWords[difficulty] : ''],
  ];
  return [
    `${number}. 【${typeWords[type]}】${oneLine(stem)}`,
    ...options.map((option, index) => `${letterOf(index)}. ${oneLine(option)}`),
    ...labels.flatMap(([label, text]) => (text === '' ? [] : [`${label}：${text}`])),
  ];
}

/** Letters, 对 or 错, or the accepted texts: blanks parted by ；, alternatives of one by |. */
function answerText({ type, key }: QuestionContent): string {
  if (type === 'trueFalse') return key[0] === 1 ? '对' : '错';
  return key
    .map((one) => (typeof one === 'number' ? letterOf(one) : one.join(' | ')))
    .join(type === 'blank' ? '；' : '');
}

function sourceText({ source }: QuestionContent): string {
  if (source.title === '') return source.article;
  return `《${source.title}》${source.article}`;
}

function lettersOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => letterOf(index));
}

function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
