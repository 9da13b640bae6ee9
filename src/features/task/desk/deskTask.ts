import type { Output } from '../../../contract/operations';
import { sayDay } from '../../../domain/calendar/sayDay';
import { weekday } from '../../../domain/calendar/shanghai';
import type { Standing } from '../../../domain/task/standing';

/** A task in the desk's list. */
export type DeskTask = Output<'task.desk'>['tasks'][number];

/** One task on the desk. */
export type TaskOnDesk = Output<'task.onDesk'>['task'];

/** How a task stands. */
export const stateWords: Record<DeskTask['state'], string> = {
  running: '进行中',
  over: '已到日子',
  withdrawn: '已撤回',
};

/** How a branch stands with a task: words, no colour that blames. */
export const standingWords: Record<Standing | 'tooFew', string> = {
  running: '进行中',
  met: '达到',
  notMet: '还没有达到',
  tooFew: '人少，不单列',
};

/** How somebody was done. */
export const howWords: Record<'own' | 'madeUp' | 'excused', string> = {
  own: '本人已交',
  madeUp: '已当面补学',
  excused: '这次免学',
};

/** A text for the branch's chat group: what and until when, with nobody's name in it. */
export function groupText({
  title,
  readingMinutes,
  dueOn,
}: Pick<DeskTask, 'title' | 'readingMinutes' | 'dueOn'>): string {
  return `请大家在${sayDay(dueOn)}（周${'一二三四五六日'[weekday(dueOn) - 1]}）前看一看《${title}》，约 ${readingMinutes} 分钟。打开“晨学先锋”，“晨学”一页的“要学的”里就是。`;
}
