import { useState } from 'react';
import { announce } from '../../platform/announce';
import { asCloudError, type CloudError } from '../../platform/cloudError';
import { copyOf } from '../../platform/copies';
import { isWaitingForNetwork, sendOrQueue } from '../../platform/queue';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { useWaiting } from '../../platform/useWaiting';
import { finishedIn } from './finishedIn';
import type { OpenTask, OwnTask } from './task';

/**
 * One task in the member's hands. Without network it is drawn from the list kept on this phone, and what is given in
 * waits in the phone's queue; it arrives once, because its key is task and member.
 */
export function useOwnTask(taskId: string) {
  const me = useMe();
  const answer = useCloud('task.get', { taskId }, { cacheKey: `task.get/${taskId}`, skip: !me });
  const { data, error, reload, replace } = answer;
  const isRefused = error !== undefined && !error.retryable;
  const task = data?.task ?? (me && !isRefused ? listedTask(taskId) : undefined);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CloudError>();
  const waiting = useWaiting(finishedIn, { isPaused: isBusy, onSent: reload });
  const isWaiting = !isBusy && waiting.includes(taskId);

  const finish = async (answers?: number[][]) => {
    if (!task || isBusy) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      const sent = await sendOrQueue('task.finish', answers ? { taskId, answers } : { taskId });
      announce(sent.status === 'done' ? '这一项已完成' : sayKept(isWaitingForNetwork.get()));
      if (sent.status === 'done') replace({ task: { ...task, state: 'done', how: sent.output.how } });
    } catch (failure) {
      setRefusal(asCloudError(failure));
    } finally {
      setBusy(false);
    }
  };
  return { task, error, reload, finish, isBusy, isWaiting, refusal };
}

export type OwnTaskState = ReturnType<typeof useOwnTask>;

/** What has become of a task that could not be sent (design.md "Words"). */
export function sayKept(forNetwork: boolean): string {
  return forNetwork
    ? '现在没有网络。您完成的已存在手机里，连上网会自动交上'
    : '服务暂时不通。您完成的已存在手机里，通了会自动交上';
}

/** A task from the list kept on this phone: it was open when the list was. */
function listedTask(taskId: string): OpenTask | undefined {
  const listed = copyOf<{ tasks: OwnTask[] }>('task.todo')?.data.tasks.find(({ id }) => id === taskId);
  return listed && { ...listed, state: 'open', how: null, withdrawReason: null };
}
