import { useAction } from '../../../platform/useAction';
import type { MemberActProps } from './EditMember';
import { LastDay } from './LastDay';

/** The last day in a group, a team, or a second branch. */
export function EndBelonging({
  member,
  belongingId,
  onDone,
  onClose,
}: MemberActProps & { belongingId: string }) {
  const belonging = member.belongings.find(({ id }) => id === belongingId);
  const { run, isBusy, error } = useAction('roster.endBelonging');
  if (!belonging) return null;
  const { memberId, version, name } = member;
  return (
    <LastDay
      title={`${name}离开${belonging.organisationName}`}
      span={belonging}
      wrongWords="请选一天，不早于加入那天"
      confirmWords="保存"
      isBusy={isBusy}
      error={error}
      onEnd={async (to) => {
        if (await run({ memberId, version, belongingId, to })) onDone();
      }}
      onClose={onClose}
    />
  );
}
