import type { Output } from '../../../contract/operations';
import { sayMoment } from '../../../domain/calendar/sayDay';

export type WholePaper = Output<'quiz.readPaper'>;
type Cover = Pick<
  Output<'quiz.readOwnPaper'>['paper'],
  'standing' | 'size' | 'minutes' | 'opensAt' | 'closesAt'
>;

/** In the place of a key that another paper still asks for. */
export const keyHidden = '这道题在另一份还没结束的卷子里，答案等它结束以后看';

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
