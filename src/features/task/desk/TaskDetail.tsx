import { useState } from 'react';
import { sayDayAndWeekday } from '../../../domain/calendar/sayDay';
import { announce } from '../../../platform/announce';
import { copyText } from '../../../platform/copyText';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Loaded } from '../../../ui/Loaded';
import { Words } from '../../../ui/Words';
import { groupText, stateWords, type TaskOnDesk } from './deskTask';
import { ExtendTask } from './ExtendTask';
import { TaskBranches } from './TaskBranches';
import { TaskNames } from './TaskNames';
import { WithdrawTask } from './WithdrawTask';

/** One task: what it asks, the open names for who looks after them, the branches for who reviews, and what can be changed. */
export function TaskDetail({ taskId }: { taskId: string }) {
  const me = useMe();
  const answer = useCloud('task.onDesk', { taskId }, { skip: !me });
  return (
    <Loaded from={answer}>
      {({ task }) => (
        <>
          <TaskFacts task={task} />
          {task.state !== 'withdrawn' && (
            <>
              {task.follows.map(({ id }) => (
                <TaskNames key={id} task={task} organisationId={id} />
              ))}
              {task.mayReview && <TaskBranches taskId={taskId} />}
              {task.mayManage && (
                <Card title="要改的话">
                  <ExtendTask task={task} onChanged={answer.reload} />
                  <WithdrawTask task={task} onChanged={answer.reload} />
                </Card>
              )}
            </>
          )}
        </>
      )}
    </Loaded>
  );
}

function TaskFacts({ task }: { task: TaskOnDesk }) {
  const whom = task.whom === 'persons' ? `${task.organisationName}的几位同志` : task.organisationName;
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    const words = (await copyText(groupText(task)))
      ? '已复制，可以贴到支部群'
      : '没有复制成，请长按下面的字复制';
    setCopied(words);
    announce(words);
  };
  return (
    <Card title={task.title} aside={stateWords[task.state]}>
      <Words tone="quiet">
        给{whom} · {sayDayAndWeekday(task.dueOn)}前 · 约 {task.readingMinutes} 分钟
        {task.selfCheck ? ' · 做自测题' : ''}
      </Words>
      {task.state === 'withdrawn' && <Words>已撤回：{task.withdrawReason}</Words>}
      {task.isTargetGone && task.state !== 'withdrawn' && (
        <Words>这一篇已经撤下，大家看不到了。请撤回这项任务，需要时换一篇</Words>
      )}
      {task.state !== 'withdrawn' && (
        <>
          <Button kind="secondary" onPress={copy}>
            复制发到支部群的话
          </Button>
          {copied && <Words tone="small">{copied}</Words>}
          {copied && <Words tone="quiet">{groupText(task)}</Words>}
        </>
      )}
    </Card>
  );
}
