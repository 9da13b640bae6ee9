import { useState } from 'react';
import { sayMoment } from '../../domain/calendar/sayDay';
import { announce } from '../../platform/announce';
import { today } from '../../platform/clock';
import { replaceWith } from '../../platform/routes';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Confirm } from '../../ui/Dialog';
import { Stack, Words } from '../../ui/Words';
import type { Duty, Intake } from './intake';
import { RosterDuties } from './RosterDuties';

/** What an import did, and the way back. */
export function IntakeResult({
  intake,
  duties,
  onChanged,
  onStartAnew,
}: {
  intake: Intake;
  /** Posts that the file names; empty when there are none, or when the page was opened later. */
  duties: readonly Duty[];
  onChanged: (intake: Intake) => void;
  onStartAnew: () => void;
}) {
  const [isAsking, setAsking] = useState(false);
  const [hasGiven, setGiven] = useState(false);
  const hasDuties = intake.state === 'applied' && duties.length > 0;
  const { run, isBusy, error } = useAction('intake.undoRoster');
  const undo = async () => {
    const done = await run({ intakeId: intake.intakeId, version: intake.version });
    if (!done) return;
    setAsking(false);
    announce('已整批撤回');
    onChanged(done);
  };
  return (
    <>
      {hasDuties && <RosterDuties duties={duties} onDone={() => setGiven(true)} />}
      <Card title={intake.state === 'undone' ? '已整批撤回' : '已导入'} aside={intake.organisationName}>
        <Words>{intake.state === 'undone' ? '名册回到导入以前的样子' : sayDone(intake)}</Words>
        {intake.state === 'applied' && intake.undoUntil && (
          <Words tone="quiet">
            {sayMoment(intake.undoUntil, today())}以前可以整批撤回，直到其中有人的资料又改过，或用卡激活了
          </Words>
        )}
        <Stack isRow>
          <Button
            kind={hasDuties && !hasGiven ? 'secondary' : 'primary'}
            isInline
            onPress={() => replaceWith('deskMembers', { show: 'waiting' })}
          >
            看名册，发激活卡
          </Button>
          {intake.state === 'applied' && intake.undoUntil && (
            <Button kind="secondary" isInline onPress={() => setAsking(true)}>
              整批撤回
            </Button>
          )}
          <Button kind="quiet" onPress={onStartAnew}>
            再选一个文件
          </Button>
        </Stack>
        {isAsking && (
          <Confirm
            title="整批撤回这次导入？"
            sentence="新增的同志从名册里拿掉，改过的恢复原样，发出去还没用的卡作废"
            confirmWords="撤回"
            isDangerous
            isBusy={isBusy}
            error={error?.message}
            onConfirm={() => void undo()}
            onCancel={() => setAsking(false)}
          />
        )}
      </Card>
    </>
  );
}

function sayDone({ done }: Intake): string {
  if (!done) return '这次导入没有留下数字';
  const parts = [
    done.added > 0 && `新增 ${done.added} 人`,
    done.changed > 0 && `改了 ${done.changed} 人`,
    done.transferred > 0 && `换支部 ${done.transferred} 人`,
    done.gone > 0 && `离开 ${done.gone} 人`,
    done.created > 0 && `建了 ${done.created} 个支部`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('，') : '名册没有变';
}
