import { useState } from 'react';
import { saySpan } from '../../../domain/calendar/sayDate';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import type { MemberActProps } from './EditMember';

/** The last day in a group, a team, or a second branch. */
export function EndBelonging({
  member,
  belongingId,
  onDone,
  onClose,
}: MemberActProps & { belongingId: string }) {
  const belonging = member.belongings.find(({ id }) => id === belongingId);
  const [to, setTo] = useState(today());
  const { run, isBusy, error } = useAction('roster.endBelonging');
  if (!belonging) return null;
  const isWrong = to === '' || to < belonging.from;
  const save = async () => {
    if (isWrong) return;
    const { memberId, version } = member;
    if (await run({ memberId, version, belongingId, to })) onDone();
  };
  return (
    <Confirm
      title={`${member.name}离开${belonging.organisationName}`}
      sentence={saySpan(belonging.from, belonging.to)}
      confirmWords="保存"
      isBusy={isBusy}
      error={error?.message}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <DayField
        label="最后一天"
        value={to}
        min={belonging.from}
        error={isWrong ? '请选一天，不早于加入那天' : undefined}
        onChange={setTo}
      />
    </Confirm>
  );
}
