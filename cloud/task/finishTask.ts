import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { insertOwnDone } from './doneRepository';
import { insertDue } from './dueRepository';
import { findTarget } from './findTarget';
import { todoReaderOf } from './todoReader';
import { findOwnTask, type OwnTaskRecord } from './todoRepository';

/**
 * 我学完了，完成这项任务: the member's own tap, in its own record. The private stamp is neither read nor written. It is
 * taken after the deadline too, without a remark, and without a moment. Refused: `not_found`, `task_withdrawn`,
 * `self_check_open`.
 */
export const finishTask = memberUseCase('task.finish')({
  policy: anyMember,
  run: async (context, { taskId, answers }) => {
    const { trx, actor, now } = context;
    const reader = todoReaderOf(actor, now);
    const task = await findOwnTask(trx, reader, taskId, 'share');
    if (!task) throw new AppError('not_found');
    if (task.how) return { how: task.how };
    if (task.state === 'withdrawn') throw new AppError('task_withdrawn');
    if (task.selfCheck) await requireSelfCheck(context, task, reader.reachIds, answers ?? []);
    if (!task.hasLine) {
      const branchId = reader.branchIds[0];
      if (!branchId) throw new AppError('not_found');
      await insertDue(trx, actor.tenantId, taskId, [
        { memberId: actor.memberId, branchId, reason: 'joinedLater' },
      ]);
    }
    return { how: await insertOwnDone(trx, actor.tenantId, { taskId, memberId: actor.memberId }) };
  },
});

/** Asks for a right answer to every question, in any number of tries. A piece taken down since asks nothing any more. */
async function requireSelfCheck(
  { trx, actor, now }: Context,
  { target }: OwnTaskRecord,
  organisationIds: readonly string[],
  answers: readonly (readonly number[])[],
): Promise<void> {
  const found = await findTarget(trx, actor.tenantId, target, { organisationIds, now });
  if (found && !found.areRight(answers)) throw new AppError('self_check_open');
}
