import type { Waiting } from '../../platform/queue';

/** The tasks given in on this phone that still wait to be sent, by id. */
export function finishedIn(line: readonly Waiting[]): string[] {
  return line.flatMap(({ name, input }) => (name === 'task.finish' ? [input.taskId] : []));
}
