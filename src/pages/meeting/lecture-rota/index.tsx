import { Rota } from '../../../features/lecture/Rota';
import { Screen } from '../../../ui/Screen';

/** 微党课轮值: who speaks when. */
export default function LectureRotaPage() {
  return (
    <Screen title="微党课轮值">
      <Rota />
    </Screen>
  );
}
