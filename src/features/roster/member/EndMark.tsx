import { useAction } from '../../../platform/useAction';
import { markWords } from '../member';
import type { MemberActProps } from './EditMember';
import { LastDay } from './LastDay';

/** The last day of a mark; without one it goes on. */
export function EndMark({ member, markId, onDone, onClose }: MemberActProps & { markId: string }) {
  const mark = member.marks.find(({ id }) => id === markId);
  const { run, isBusy, error } = useAction('roster.endMark');
  if (!mark) return null;
  const { memberId, version, name } = member;
  return (
    <LastDay
      title={`${name}：${markWords[mark.kind]}`}
      span={mark}
      label="到哪天为止"
      openHint="空着就是还在继续"
      wrongWords="到的那天比开始早"
      confirmWords="保存"
      isBusy={isBusy}
      error={error}
      onEnd={async (to) => {
        if (await run({ memberId, version, markId, to: to === '' ? null : to })) onDone();
      }}
      onClose={onClose}
    />
  );
}
