import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { useWaiting } from '../../platform/useWaiting';
import { finishedIn } from './finishedIn';

/**
 * What waits to be studied, without what was given in on this phone. Called by the page itself, so that it asks again
 * when the page is shown again.
 */
export function useTodo() {
  const me = useMe();
  const { data, reload } = useCloud('task.todo', {}, { cacheKey: 'task.todo', skip: !me });
  const waiting = useWaiting(finishedIn, { isPaused: false, onSent: reload });
  return (data?.tasks ?? []).filter(({ id }) => !waiting.includes(id));
}
