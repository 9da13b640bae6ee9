import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { ownTaskOf } from './readTodo';
import { todoReaderOf } from './todoReader';
import { findOwnTask } from './todoRepository';

/** One task as its member sees it; one that does not concern the member is `not_found`. */
export const readOwnTask = memberUseCase('task.get')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { taskId }) => {
    const task = await findOwnTask(trx, todoReaderOf(actor, now), taskId);
    if (!task) throw new AppError('not_found');
    const { how, withdrawReason } = task;
    const state = how ? 'done' : task.state;
    return { task: { ...ownTaskOf(task), state, how, withdrawReason } };
  },
});
