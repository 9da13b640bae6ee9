import { PieceEditor } from '../../../features/study/desk/PieceEditor';
import { useRouteParams } from '../../../platform/routes';
import { Screen } from '../../../ui/Screen';

/** 写稿. */
export default function DeskPieceEditPage() {
  const { pieceId, supplyTurnId } = useRouteParams('deskPieceEdit');
  return (
    <Screen title="写稿" wide>
      <PieceEditor pieceId={pieceId} supplyTurnId={supplyTurnId} />
    </Screen>
  );
}
