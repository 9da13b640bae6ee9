import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 晨学稿件. */
export default function DeskPiecesPage() {
  return (
    <Screen title="晨学稿件" wide>
      <Skeleton />
    </Screen>
  );
}
