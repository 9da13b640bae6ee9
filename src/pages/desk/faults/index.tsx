import { FaultList } from '../../../features/feedback/FaultList';
import { DeskScreen } from '../DeskScreen';

/** 报错. */
export default function DeskFaultsPage() {
  return (
    <DeskScreen title="报错" place="deskFaults">
      <FaultList />
    </DeskScreen>
  );
}
