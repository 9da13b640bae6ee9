import { Roster } from '../../../features/roster/Roster';
import { DeskScreen } from '../../desk/DeskScreen';

/** 名册. */
export default function DeskMembersPage() {
  return (
    <DeskScreen title="名册" place="deskMembers">
      <Roster />
    </DeskScreen>
  );
}
