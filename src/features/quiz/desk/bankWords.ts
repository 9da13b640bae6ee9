import type { Input, Output } from '../../../contract/operations';
import type { Difficulty, QuestionDraft } from '../../../domain/quiz/bank/questionDraft';
import type { QuestionKind } from '../../../domain/quiz/grade';

export type BankImport = Output<'quiz.readImport'>;
export type ImportLine = Output<'quiz.readImportLines'>['lines'][number];
export type LineList = 'problems' | 'twins' | 'ready' | 'left';
/** Which questions of a bank are asked for. */
export type BankFilter = Input<'quiz.readQuestions'>;
export type BankDesk = Output<'quiz.readQuestions'>;
export type ListedQuestion = BankDesk['questions'][number];
export type JudgedQuestion = Output<'quiz.readReviewBatch'>['questions'][number];
export type Review = Output<'quiz.readReviewBatch'>['review'];
export type Verdict = NonNullable<JudgedQuestion['verdict']>;
export type WholeQuestion = Output<'quiz.readQuestion'>['question'];

/** A question as screens of the desk show it; the type is null while nobody has said it. */
export type ShownQuestion = Pick<
  QuestionDraft,
  'type' | 'stem' | 'options' | 'explanation' | 'source' | 'topic' | 'difficulty'
> & { key: readonly number[] | readonly (readonly string[])[] };

/** The types in the order in which people think of them. */
export const questionTypes: readonly { key: QuestionKind; words: string }[] = [
  { key: 'single', words: '单选' },
  { key: 'multiple', words: '多选' },
  { key: 'trueFalse', words: '判断' },
  { key: 'blank', words: '填空' },
];

/** A type in a word. */
export function sayQuestionType(type: QuestionKind | null): string {
  return questionTypes.find(({ key }) => key === type)?.words ?? '题型不清楚';
}

export const difficultyWords: Record<Difficulty, string> = { easy: '容易', medium: '中等', hard: '难' };

/** Where a question of the bank stands, in a word, and how much it wants to be seen. */
export function sayQuestionState({
  state,
  returned,
  checking,
  expired,
}: {
  state: ListedQuestion['state'];
  returned: boolean;
  checking: boolean;
  expired: boolean;
}): { words: string; tone: 'plain' | 'good' | 'warn' } {
  if (state === 'retired') return { words: '已停用', tone: 'plain' };
  if (state === 'draft')
    return returned ? { words: '退回修改', tone: 'warn' } : { words: '等审核', tone: 'plain' };
  if (checking) return { words: '依据有变，待核对', tone: 'warn' };
  if (expired) return { words: '已过期', tone: 'plain' };
  return { words: '在用', tone: 'good' };
}

/** What of an import can be done at once, and what wants a look: 486 题可以导入，23 题答案不清楚，请您看一眼. */
export function sayFound(
  { ready, problems, twins, essays }: BankImport['found'],
  isApplied: boolean,
): string {
  const parts = [
    ready > 0 || !isApplied ? `${ready} 题${isApplied ? '还' : ''}可以导入` : undefined,
    problems > 0 ? `${problems} 题不清楚，请您看一眼` : undefined,
    twins > 0 ? `${twins} 题有重复或很像的` : undefined,
    essays > 0 ? `${essays} 道问答题不导入` : undefined,
  ].filter(Boolean);
  return parts.join('，');
}
