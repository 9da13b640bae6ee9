import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 写稿. */
export default function DeskPieceEditPage() {
  return (
    <Screen title="写稿" wide>
      <Skeleton />
    </Screen>
  );
}
