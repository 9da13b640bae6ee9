import { Roster } from '../../../features/roster/Roster';
import { useRouteParams } from '../../../platform/routes';
import { DeskScreen } from '../../desk/DeskScreen';

/** 名册. */
export default function DeskMembersPage() {
  const { show } = useRouteParams('deskMembers');
  return (
    <DeskScreen title="名册" place="deskMembers">
      <Roster key={show} show={show} />
    </DeskScreen>
  );
}
