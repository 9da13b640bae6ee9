import { PieceDesk } from '../../../features/study/desk/PieceDesk';
import { DeskScreen } from '../DeskScreen';

/** 晨学稿件. */
export default function DeskPiecesPage() {
  return (
    <DeskScreen title="晨学稿件" place="deskPieces">
      <PieceDesk />
    </DeskScreen>
  );
}
