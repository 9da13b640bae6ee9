import { MemberPage } from '../../../features/roster/member/MemberPage';
import { useRouteParams } from '../../../platform/routes';
import { EmptyState } from '../../../ui/Notes';
import { DeskScreen } from '../../desk/DeskScreen';

/** 党员资料. */
export default function DeskMemberPage() {
  const { memberId } = useRouteParams('deskMember');
  return (
    <DeskScreen place="deskMembers" title="党员资料">
      {memberId ? <MemberPage memberId={memberId} /> : <EmptyState sentence="请从“名册”里打开一位同志" />}
    </DeskScreen>
  );
}
