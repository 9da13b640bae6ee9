import type { Output } from '../../../contract/operations';
import { sayMoment } from '../../../domain/calendar/sayDay';
import type { QuestionKind } from '../../../domain/quiz/grade';

export type WholePaper = Output<'quiz.readPaper'>;
type Cover = Pick<
  Output<'quiz.readOwnPaper'>['paper'],
  'standing' | 'size' | 'minutes' | 'opensAt' | 'closesAt'
>;

/** A type of question, short. */
export const typeNames: Record<QuestionKind, string> = {
  single: '单选',
  multiple: '多选',
  trueFalse: '判断',
  blank: '填空',
};

/** How long one has, and how much it is: 20 题，30 分钟; without a time of its own only the questions. */
export function saySize({ size, minutes }: Pick<Cover, 'size' | 'minutes'>): string {
  return minutes === null ? `${size} 题` : `${size} 题，${minutes} 分钟`;
}

/** Where a paper stands, with the next instant that matters to it. */
export function sayStanding({ standing, opensAt, closesAt }: Cover, today: string): string {
  switch (standing) {
    case 'draft':
      return '还在做';
    case 'waiting':
      return opensAt ? `${sayMoment(opensAt, today)} 开始` : '还没有开始';
    case 'open':
      return closesAt ? `可以答，到 ${sayMoment(closesAt, today)} 为止` : '可以答';
    case 'closed':
      return closesAt ? `${sayMoment(closesAt, today)} 结束了` : '结束了';
    case 'withdrawn':
      return '撤回了';
  }
}
