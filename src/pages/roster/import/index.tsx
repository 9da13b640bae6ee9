import { RosterIntake } from '../../../features/intake/RosterIntake';
import { useRouteParams } from '../../../platform/routes';
import { DeskScreen } from '../../desk/DeskScreen';

/** 导入名册, or with `purpose=check` 核对名册. */
export default function DeskRosterImportPage() {
  const { purpose } = useRouteParams('deskRosterImport');
  return (
    <DeskScreen title={purpose === 'check' ? '核对名册' : '导入名册'} place="deskMembers">
      <RosterIntake key={purpose} purpose={purpose === 'check' ? 'check' : 'import'} />
    </DeskScreen>
  );
}
