import { useState } from 'react';
import { sayMoment } from '../../domain/calendar/sayDay';
import { needsLateReason } from '../../domain/meeting/timing';
import { announce } from '../../platform/announce';
import { today } from '../../platform/clock';
import { useAction } from '../../platform/useAction';
import { useDraft } from '../../platform/useDraft';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { DayField } from '../../ui/DayField';
import { Confirm } from '../../ui/Dialog';
import { TextArea } from '../../ui/TextField';
import { Words } from '../../ui/Words';
import { meetingDay, type Roll } from './meeting';

export interface SignOffProps {
  roll: Roll;
  onSigned: () => Promise<void>;
  /** The way to the names that are not ticked yet. */
  onShowRoll: () => void;
}

/** 签定记录: minutes, the day it was held, a word why when it is late; then nothing in it changes any more. */
export function SignOff(props: SignOffProps) {
  const { roll, onShowRoll } = props;
  const unticked = roll.entries.filter(({ due, state }) => due && state === 'expected');
  return (
    <Card title="签定记录">
      {unticked.length > 0 && (
        <>
          <Words tone="warn">
            还有 {unticked.length} 位没有点到：{unticked.map(({ name }) => name).join('、')}
          </Words>
          <Button kind="quiet" onPress={onShowRoll}>
            去名单里记上
          </Button>
        </>
      )}
      {roll.maySignOff ? (
        <SignOffForm {...props} untickedCount={unticked.length} />
      ) : (
        <Words tone="quiet">签到已经结束，等书记签定记录</Words>
      )}
    </Card>
  );
}

interface Fields {
  minutes: string;
  heldOn: string;
  lateReason: string;
}

function SignOffForm({ roll, onSigned, untickedCount }: SignOffProps & { untickedCount: number }) {
  const { meeting } = roll;
  const draft = useDraft<Fields>(`minutes/${meeting.id}`);
  const [fields, setFields] = useState<Fields>(draft.found?.value ?? startOf(meetingDay(meeting)));
  const [isChecked, setChecked] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { run, isBusy, error, clearError } = useAction('meeting.signOff');
  const isLate = fields.heldOn !== '' && needsLateReason(fields.heldOn, today());
  const errors = isChecked ? errorsOf(fields, isLate) : {};
  const write = (change: Partial<Fields>) => {
    const next = { ...fields, ...change };
    setFields(next);
    draft.keep(next);
    clearError();
  };
  const ask = () => {
    setChecked(true);
    if (untickedCount === 0 && Object.keys(errorsOf(fields, isLate)).length === 0) setAsking(true);
  };
  const sign = async () => {
    const { id, version } = meeting;
    const lateReason = isLate ? fields.lateReason : '';
    const done = await run({
      meetingId: id,
      version,
      minutes: fields.minutes,
      heldOn: fields.heldOn,
      lateReason,
    });
    if (!done) return;
    draft.drop();
    announce('记录已签定');
    setAsking(false);
    await onSigned();
  };
  return (
    <>
      {draft.found && (
        <Words tone="small">接着 {sayMoment(draft.found.savedAt, today())} 存在这台设备上的内容写</Words>
      )}
      <TextArea
        label="会议记录"
        hint="议了什么、定了什么。边写边存在这台设备上"
        rows={10}
        maxLength={20000}
        value={fields.minutes}
        error={errors.minutes}
        onChange={(minutes) => write({ minutes })}
      />
      <DayField
        label="开会日期"
        max={today()}
        value={fields.heldOn}
        error={errors.heldOn}
        onChange={(heldOn) => write({ heldOn })}
      />
      {isLate && (
        <TextArea
          label="晚记的原因"
          hint="会议已过去三天以上，写一句原因，和记录一起留存"
          rows={2}
          maxLength={200}
          value={fields.lateReason}
          error={errors.lateReason}
          onChange={(lateReason) => write({ lateReason })}
        />
      )}
      {isChecked && untickedCount > 0 && (
        <Words tone="bad">先把没有点到的 {untickedCount} 位记上，再签定</Words>
      )}
      <Button onPress={ask}>签定记录</Button>
      {isAsking && (
        <Confirm
          title="签定这次会议的记录？"
          sentence="签定以后，记录和名单都不能再改；各人的到会情况会照方案记到先锋指数里"
          confirmWords="签定"
          isBusy={isBusy}
          error={error?.message}
          onConfirm={sign}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** Held on the day it was called for; a demo meeting may be opened before its day. */
function startOf(plannedDay: string): Fields {
  const day = today();
  return { minutes: '', heldOn: plannedDay < day ? plannedDay : day, lateReason: '' };
}

function errorsOf(
  { minutes, heldOn, lateReason }: Fields,
  isLate: boolean,
): Partial<Record<keyof Fields, string>> {
  const errors: Partial<Record<keyof Fields, string>> = {};
  if (minutes.trim() === '') errors.minutes = '请写几句会议记录';
  if (heldOn === '') errors.heldOn = '请选开会日期';
  else if (heldOn > today()) errors.heldOn = '开会日期不能在今天以后';
  if (isLate && lateReason.trim() === '') errors.lateReason = '请写一句晚记的原因';
  return errors;
}
