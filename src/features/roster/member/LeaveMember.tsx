import { useState } from 'react';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import type { MemberActProps } from './EditMember';

/** Leaves the bureau's roster from a day on: access and posts end that day, history stays. */
export function LeaveMember({ member, onDone, onClose }: MemberActProps) {
  const [becomes, setBecomes] = useState<'transferredOut' | 'left'>('transferredOut');
  const [on, setOn] = useState(today());
  const [letterNo, setLetterNo] = useState('');
  const { run, isBusy, error } = useAction('roster.leave');
  const save = async () => {
    if (on === '') return;
    const { memberId, version } = member;
    const letter = letterNo.trim() === '' ? null : letterNo;
    if (await run({ memberId, version, becomes, on, letterNo: letter })) onDone();
  };
  return (
    <Confirm
      title={`${member.name}离开本单位`}
      sentence="从那天起不能再登录，职务同时结束。以前的会议和记录都留着"
      confirmWords="记下"
      isDangerous
      isBusy={isBusy}
      error={error?.message}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <SelectField
        label="怎样离开"
        options={[
          { key: 'transferredOut', words: '组织关系转出' },
          { key: 'left', words: '其他原因离开' },
        ]}
        value={becomes}
        onChange={setBecomes}
      />
      <DayField label="从哪天起" value={on} error={on === '' ? '请选一天' : undefined} onChange={setOn} />
      <TextField label="介绍信编号" hint="可以不写" value={letterNo} maxLength={40} onChange={setLetterNo} />
    </Confirm>
  );
}
