import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { ReasonedAct } from '../../../ui/ReasonedAct';
import type { TaskOnDesk } from './deskTask';

/** 撤回这项任务, with the reason that its members read. */
export function WithdrawTask({ task, onChanged }: { task: TaskOnDesk; onChanged: () => Promise<void> }) {
  const { run, isBusy, error, clearError } = useAction('task.withdraw');
  return (
    <ReasonedAct
      words="撤回这项任务"
      title="撤回这项任务？"
      sentence="撤回后大家不用再学这一项，也不能恢复"
      confirmWords="撤回"
      hint="例如：改到主题党日一起学"
      maxLength={200}
      isBusy={isBusy}
      error={error}
      onAct={(reason) => run({ taskId: task.id, version: task.version, reason })}
      onDone={() => {
        announce('已撤回');
        return onChanged();
      }}
      onLeave={clearError}
    />
  );
}
