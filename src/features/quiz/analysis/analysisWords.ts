import type { Output } from '../../../contract/operations';

export type Analysis = Output<'quiz.readAnalysis'>;
export type Dot = Analysis['dots'][number];
export type AnalysedQuestion = Analysis['rows'][number];
export type ItemVerdict = Dot['verdict'];

/** What the figures of a question come to: a word, and what one may do about it. */
export const verdictWords: Record<
  ItemVerdict,
  { words: string; tone: 'bad' | 'warn' | 'plain' | 'good'; advice: string }
> = {
  likelyWrongKey: {
    words: '请核对答案',
    tone: 'bad',
    advice: '平时答得好的人反而答错，请核对答案',
  },
  tooHard: { words: '很难', tone: 'warn', advice: '答对的人少。看看题干清不清楚，也可以挑来讲一讲' },
  weak: {
    words: '分不出',
    tone: 'warn',
    advice: '平时答得好和答得不好的人，这题差不多。看看选项有没有歧义',
  },
  tooEasy: { words: '很容易', tone: 'plain', advice: '差不多人人都会了' },
  fine: { words: '合适', tone: 'good', advice: '难易合适，能看出学没学会' },
};

/** From here on a question tells those who have learnt from those who have not well (Ebel and Frisbie 1991, chapter 13). */
const GOOD_FROM = 0.4;
const SOME_FROM = 0.2;

/** What the discrimination (-1 to 1) of a question means. */
export function sayDiscrimination(discrimination: number | null): string {
  if (discrimination === null) return '答过别的题的人还不够，看不出和平时的关系';
  if (discrimination < 0) return '平时答得好的人，这题反而答对的少';
  if (discrimination < SOME_FROM) return '和平时答得好不好，关系不大';
  if (discrimination < GOOD_FROM) return '平时答得好的人，这题也答对得多一些';
  return '平时答得好的人，这题也明显答对得多';
}

/** The discrimination as a figure, with a minus as wide as it should be: −0.41. */
export function sayFigure(discrimination: number): string {
  return discrimination.toFixed(2).replace('-', '−');
}
