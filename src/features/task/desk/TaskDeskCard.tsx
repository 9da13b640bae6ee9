import { goTo } from '../../../platform/routes';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';

/** The desk's entry to study tasks. */
export function TaskDeskCard({ mayPublish }: { mayPublish: boolean }) {
  return (
    <Card title="学习任务">
      <List label="学习任务">
        <ListRow title="布置过的任务" detail="看进行得怎样，提醒、补学" onPress={() => goTo('deskTasks')} />
        {mayPublish && <ListRow title="布置一项学习任务" onPress={() => goTo('deskTaskPublish')} />}
      </List>
    </Card>
  );
}
