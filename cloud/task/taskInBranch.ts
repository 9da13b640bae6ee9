import type { Context } from '../operation';
import { findPlace, type RosterPlace } from '../roster/placeRepository';
import { isBranchIn } from './dueRepository';
import { findTask, type TaskRecord } from './taskRepository';

/** A task as one branch has it. */
export interface TaskInBranch {
  task: TaskRecord;
  branch: RosterPlace;
}

/** A task together with a branch that has people on its list, or null. */
export async function findTaskInBranch(
  { trx, actor }: Context,
  { taskId, organisationId }: { taskId: string; organisationId: string },
): Promise<TaskInBranch | null> {
  const branch = await findPlace(trx, actor.tenantId, organisationId);
  const task = branch && (await findTask(trx, actor.tenantId, taskId));
  if (!branch || !task || !(await isBranchIn(trx, actor.tenantId, taskId, organisationId))) return null;
  return { task, branch };
}
