import { useState } from 'react';
import { saySpan } from '../../../domain/calendar/sayDate';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import { markWords } from '../member';
import type { MemberActProps } from './EditMember';

/** The last day of a mark; without one it goes on. */
export function EndMark({ member, markId, onDone, onClose }: MemberActProps & { markId: string }) {
  const mark = member.marks.find(({ id }) => id === markId);
  const [to, setTo] = useState(mark?.to ?? today());
  const { run, isBusy, error } = useAction('roster.endMark');
  if (!mark) return null;
  const isBackwards = to !== '' && to < mark.from;
  const save = async () => {
    if (isBackwards) return;
    const { memberId, version } = member;
    if (await run({ memberId, version, markId, to: to === '' ? null : to })) onDone();
  };
  return (
    <Confirm
      title={`${member.name}：${markWords[mark.kind]}`}
      sentence={saySpan(mark.from, mark.to)}
      confirmWords="保存"
      isBusy={isBusy}
      error={error?.message}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <DayField
        label="到哪天为止"
        hint="空着就是还在继续"
        value={to}
        min={mark.from}
        error={isBackwards ? '到的那天比开始早' : undefined}
        onChange={setTo}
      />
    </Confirm>
  );
}
