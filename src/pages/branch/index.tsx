import { MyMeetings } from '../../features/meeting/MyMeetings';
import { goTo } from '../../platform/routes';
import { useMe } from '../../platform/session';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { Screen } from '../../ui/Screen';
import { Words } from '../../ui/Words';

/** 支部. */
export default function BranchPage() {
  const me = useMe();
  return (
    <Screen title="支部" tab="branch">
      {me?.branch && <Words tone="quiet">{me.branch.name}</Words>}
      <MyMeetings />
      {me && (me.branch || me.acts.length > 0) && (
        <Card>
          <List label="支部工作">
            <ListRow title="微党课轮值" detail="轮到谁讲、讲什么" onPress={() => goTo('lectureRota')} />
            {me.acts.length > 0 && (
              <ListRow
                title="工作台"
                detail="会议、名册、晨学稿件这些要办的事"
                onPress={() => goTo('deskHome')}
              />
            )}
          </List>
        </Card>
      )}
    </Screen>
  );
}
