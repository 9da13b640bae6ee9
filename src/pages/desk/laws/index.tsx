import { LawChecks } from '../../../features/study/desk/LawChecks';
import { DeskScreen } from '../DeskScreen';

/** 依据变化: laws that were amended or repealed, and the pieces to be checked for it. */
export default function DeskLawsPage() {
  return (
    <DeskScreen title="依据变化" place="deskPieces">
      <LawChecks />
    </DeskScreen>
  );
}
