import { useCloud } from '../../../platform/useCloud';
import { Loaded } from '../../../ui/Loaded';
import { MemberDetail } from './MemberDetail';

/** One person of the roster on a page of their own. */
export function MemberPage({ memberId }: { memberId: string }) {
  const list = useCloud('roster.organisations', {});
  return (
    <Loaded from={list} lines={6}>
      {({ organisations }) => <MemberDetail memberId={memberId} organisations={organisations} />}
    </Loaded>
  );
}
