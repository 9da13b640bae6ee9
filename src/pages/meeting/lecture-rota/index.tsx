import { Rota } from '../../../features/lecture/Rota';
import { goTo } from '../../../platform/routes';
import { may, useMe } from '../../../platform/session';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
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
      {may(me, 'quiz.analyse') && (
        <Card>
          <List label="选题">
            <ListRow
              title="讲课选题参考"
              detail="支部里哪些题答对的人少，可以挑来讲一讲"
              onPress={() => goTo('deskShares')}
            />
          </List>
        </Card>
      )}
    </DeskScreen>
  );
}
