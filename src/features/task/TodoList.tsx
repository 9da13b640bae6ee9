import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { useWaiting } from '../../platform/useWaiting';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { finishedIn } from './finishedIn';
import { sayAsk, sayUntil } from './task';

/** The member's one to-do list, each thing with its minutes; nothing is drawn when there is nothing to do. */
export function TodoList() {
  const me = useMe();
  const todo = useCloud('task.todo', {}, { cacheKey: 'task.todo', skip: !me });
  const waiting = useWaiting(finishedIn, { isPaused: false, onSent: todo.reload });
  const open = (todo.data?.tasks ?? []).filter(({ id }) => !waiting.includes(id));
  if (open.length === 0) return null;
  return (
    <Card tone="ground" title="要学的">
      <List label="要学的">
        {open.map((task) => (
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
