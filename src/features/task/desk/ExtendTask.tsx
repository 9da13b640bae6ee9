import { useState } from 'react';
import { addDays } from '../../../domain/calendar/shanghai';
import { isOver } from '../../../domain/task/deadline';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import type { TaskOnDesk } from './deskTask';

/** 延长几天: a deadline only moves to a later day. */
export function ExtendTask({ task, onChanged }: { task: TaskOnDesk; onChanged: () => Promise<void> }) {
  const soonest = isOver(task.dueOn, today()) ? today() : addDays(task.dueOn, 1);
  const [isAsking, setAsking] = useState(false);
  const [dueOn, setDueOn] = useState(soonest);
  const { run, isBusy, error } = useAction('task.extend');
  const extend = async () => {
    if (!(await run({ taskId: task.id, version: task.version, dueOn }))) return;
    announce('日子已延长');
    setAsking(false);
    await onChanged();
  };
  return (
    <>
      <Button kind="secondary" onPress={() => setAsking(true)}>
        延长几天
      </Button>
      {isAsking && (
        <Confirm
          title="延长到哪一天？"
          sentence="只能往后延，大家看到的日子会跟着改"
          confirmWords="延长"
          isBusy={isBusy}
          error={error?.message}
          onConfirm={extend}
          onCancel={() => setAsking(false)}
        >
          <DayField label="这一天之内都可以学" value={dueOn} min={soonest} onChange={setDueOn} />
        </Confirm>
      )}
    </>
  );
}
