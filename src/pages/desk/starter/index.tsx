import { StarterPack } from '../../../features/study/desk/StarterPack';
import { DeskScreen } from '../DeskScreen';

/** 起步内容. */
export default function DeskStarterPage() {
  return (
    <DeskScreen title="起步内容" place="deskPieces">
      <StarterPack />
    </DeskScreen>
  );
}
