import { useState } from 'react';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import { SelectField } from '../../../ui/SelectField';
import { type MarkKind, markWords } from '../member';
import type { MemberActProps } from './EditMember';

const kinds = Object.keys(markWords) as MarkKind[];

/** Retired, frail, floating or on long leave, from a day and perhaps to one (domain.md 4.6). */
export function MarkMember({ member, onDone, onClose }: MemberActProps) {
  const [mark, setMark] = useState<MarkKind>();
  const [from, setFrom] = useState(today());
  const [to, setTo] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, error } = useAction('roster.mark');
  const isBackwards = to !== '' && to < from;
  const save = async () => {
    setChecked(true);
    if (!mark || from === '' || isBackwards) return;
    const { memberId, version } = member;
    if (await run({ memberId, version, mark, from, to: to === '' ? null : to })) onDone();
  };
  return (
    <Confirm
      title={`给${member.name}记一项情况`}
      sentence="年老体弱的同志，学习和活动不作硬性要求，会议和任务只邀请，不算应到"
      confirmWords="记下"
      isBusy={isBusy}
      error={error?.message}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <SelectField
        label="什么情况"
        options={kinds.map((kind) => ({ key: kind, words: markWords[kind] }))}
        value={mark}
        error={isChecked && !mark ? '请选一项' : undefined}
        onChange={setMark}
      />
      <DayField
        label="从哪天起"
        value={from}
        error={from === '' ? '请选一天' : undefined}
        onChange={setFrom}
      />
      <DayField
        label="到哪天"
        hint="不知道就空着"
        value={to}
        min={from}
        error={isBackwards ? '到的那天比开始早' : undefined}
        onChange={setTo}
      />
    </Confirm>
  );
}
