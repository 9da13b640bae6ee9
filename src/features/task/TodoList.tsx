import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { type OwnTask, sayAsk, sayUntil } from './task';

/** The member's one to-do list, each thing with its minutes; nothing is drawn when there is nothing to do. */
export function TodoList({ tasks }: { tasks: readonly OwnTask[] }) {
  if (tasks.length === 0) return null;
  return (
    <Card tone="ground" title="要学的">
      <List label="要学的">
        {tasks.map((task) => (
          <ListRow
            key={task.id}
            title={task.title}
            detail={`${sayAsk(task)} · ${sayUntil(task.dueOn, today())} · 约 ${task.readingMinutes} 分钟`}
            onPress={() => goTo('studyTask', { taskId: task.id })}
          />
        ))}
      </List>
    </Card>
  );
}
