import { Organisations } from '../../../features/roster/organisation/Organisations';
import { DeskScreen } from '../../desk/DeskScreen';

/** 组织和任职. */
export default function DeskOrganisationsPage() {
  return (
    <DeskScreen title="组织和任职" place="deskMembers">
      <Organisations />
    </DeskScreen>
  );
}
