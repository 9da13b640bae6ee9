import { Rota } from '../../../features/lecture/Rota';
import { may, useMe } from '../../../platform/session';
import { Screen } from '../../../ui/Screen';
import { DeskScreen } from '../../desk/DeskScreen';

/** 微党课轮值: who speaks when; for who lays the turns a place of the desk. */
export default function LectureRotaPage() {
  const me = useMe();
  if (!may(me, 'lecture.lay')) {
    return (
      <Screen title="微党课轮值">
        <Rota />
      </Screen>
    );
  }
  return (
    <DeskScreen title="微党课轮值" place="lectureRota">
      <Rota />
    </DeskScreen>
  );
}
