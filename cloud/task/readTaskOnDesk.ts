import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { mayOpenTaskDesk } from '../policies/task';
import { listPlaces } from '../roster/placeRepository';
import { deskTasksOf, followedBy } from './deskTaskOf';
import { isTargetGone } from './isTargetGone';
import { findTask } from './taskRepository';

/** One task on the desk, for whoever manages, follows or reviews it; others do not find it. */
export const readTaskOnDesk = memberUseCase('task.onDesk')({
  policy: mayOpenTaskDesk,
  run: async ({ trx, actor, now }, { taskId }) => {
    const task = await findTask(trx, actor.tenantId, taskId);
    if (!task) throw new AppError('not_found');
    const followed = followedBy(actor, await listPlaces(trx, actor.tenantId));
    const [shown] = await deskTasksOf({ trx, actor }, [task], followed);
    if (!shown || !(shown.mayManage || shown.mayReview || shown.follows.length > 0)) {
      throw new AppError('not_found');
    }
    const isGone = await isTargetGone(trx, actor.tenantId, task, now);
    return { task: { ...shown, withdrawReason: task.withdrawReason, isTargetGone: isGone } };
  },
});
