import { toldStandingOf } from '../../src/domain/task/standing';
import { memberUseCase } from '../operation';
import { mayOpenTaskDesk, mayReviewBranches } from '../policies/task';
import { listBranches } from './dueRepository';
import { findTask } from './taskRepository';

/** Per branch met or not met (domain.md C1, C6): no names, and nothing that becomes one in a small branch. */
export const readBranches = memberUseCase('task.branches')({
  policy: mayOpenTaskDesk,
  subject: ({ trx, actor }, { taskId }) => findTask(trx, actor.tenantId, taskId),
  subjectPolicy: (actor, task) => mayReviewBranches(actor, task),
  run: async ({ trx, actor }, { taskId }, { dueOn }) => {
    const branches = await listBranches(trx, actor.tenantId, { taskIds: [taskId], day: actor.today });
    return {
      branches: branches.map(({ branchId, name, ...stand }) => ({
        id: branchId,
        name,
        standing: toldStandingOf(dueOn, actor.today, stand),
      })),
    };
  },
});
