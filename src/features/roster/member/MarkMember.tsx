import { useState } from 'react';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { Confirm } from '../../../ui/Dialog';
import { SelectField } from '../../../ui/SelectField';
import { type MarkKind, markWords } from '../member';
import type { MemberActProps } from './EditMember';
import { isTermRight, TermFields } from './TermFields';

const kinds = Object.keys(markWords) as MarkKind[];

/** Retired, frail, floating or on long leave, from a day and perhaps to one (domain.md 4.6). */
export function MarkMember({ member, onDone, onClose }: MemberActProps) {
  const [mark, setMark] = useState<MarkKind>();
  const [term, setTerm] = useState({ from: today(), to: '' });
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, error } = useAction('roster.mark');
  const save = async () => {
    setChecked(true);
    if (!mark || !isTermRight(term)) return;
    const { memberId, version } = member;
    const { from, to } = term;
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
      <TermFields term={term} openHint="不知道就空着" onChange={setTerm} />
    </Confirm>
  );
}
