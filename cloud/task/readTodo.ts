import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { todoReaderOf } from './todoReader';
import { listTodo, type OwnTaskRecord } from './todoRepository';

/** More than anybody is asked at once; the nearest stand first. */
const SHOWN = 50;

/** The member's one to-do list of study tasks. */
export const readTodo = memberUseCase('task.todo')({
  policy: anyMember,
  run: async ({ trx, actor, now }) => {
    const tasks = await listTodo(trx, todoReaderOf(actor, now), SHOWN);
    return { tasks: tasks.map(ownTaskOf) };
  },
});

/** A task as its member gets it. */
export function ownTaskOf(task: OwnTaskRecord) {
  const { id, target, title, readingMinutes, organisationName, dueOn, selfCheck, due } = task;
  return { id, target, title, readingMinutes, organisationName, dueOn, selfCheck, due };
}
