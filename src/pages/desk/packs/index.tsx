import { ContentPacks } from '../../../features/study/desk/ContentPacks';
import { DeskScreen } from '../DeskScreen';

/** 内容包. */
export default function DeskPacksPage() {
  return (
    <DeskScreen title="内容包" place="deskPieces">
      <ContentPacks />
    </DeskScreen>
  );
}
