import { today } from '../../platform/clock';
import { isWaitingForNetwork } from '../../platform/queue';
import { useSignal } from '../../platform/useSignal';
import { Card } from '../../ui/Card';
import { Words } from '../../ui/Words';
import { type OpenTask, sayAsk, sayUntil } from './task';
import { type OwnTaskState, sayKept } from './useOwnTask';

const howWords: Record<NonNullable<OpenTask['how']>, string> = {
  own: '您已经完成这一项',
  madeUp: '支部书记已记为当面补学，这一项完成了',
  excused: '支部书记已记：这一项您这次不用学',
};

/** What is asked, by whom and until when, and what has become of it. */
export function OwnTaskHead({ state: { task, isWaiting } }: { state: OwnTaskState }) {
  const isForNetwork = useSignal(isWaitingForNetwork);
  if (!task) return null;
  const until = task.state === 'open' ? ` · ${sayUntil(task.dueOn, today())}` : '';
  return (
    <Card tone="ground" title={task.state === 'open' ? sayAsk(task) : '学习任务'}>
      <Words tone="quiet">
        {task.organisationName}布置{until} · 约 {task.readingMinutes} 分钟
      </Words>
      {task.how && <Words>{howWords[task.how]}</Words>}
      {task.state === 'withdrawn' && <Words>这一项撤回了，不用再学：{task.withdrawReason}</Words>}
      {isWaiting && <Words>{sayKept(isForNetwork)}</Words>}
    </Card>
  );
}
