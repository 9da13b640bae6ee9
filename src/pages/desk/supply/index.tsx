import { SupplyRota } from '../../../features/study/supply/SupplyRota';
import { DeskScreen } from '../DeskScreen';

/** 轮值供稿. */
export default function DeskSupplyPage() {
  return (
    <DeskScreen title="轮值供稿" place="deskSupply">
      <SupplyRota />
    </DeskScreen>
  );
}
