import { MemberPage } from '../../../features/roster/member/MemberPage';
import { useRouteParams } from '../../../platform/routes';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** 党员资料, on a phone; on a PC it stands beside the roster. */
export default function DeskMemberPage() {
  const { memberId } = useRouteParams('deskMember');
  return (
    <Screen title="党员资料">
      {memberId ? <MemberPage memberId={memberId} /> : <EmptyState sentence="请从“名册”里打开一位同志" />}
    </Screen>
  );
}
