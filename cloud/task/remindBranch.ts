import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayFollowAt } from '../policies/task';
import { claimReminder } from './doneRepository';
import { isTargetGone } from './isTargetGone';
import { remindOpen } from './remindOpen';
import { findTaskInBranch } from './taskInBranch';

/** Reminds each open one of a branch, at most once a day. Refused: `task_withdrawn`, `task_text_gone`, `reminded_today`. */
export const remindBranch = memberUseCase('task.remind')({
  policy: whoeverMay('task.followUp'),
  subject: findTaskInBranch,
  subjectPolicy: (actor, { branch }) => mayFollowAt(actor, branch),
  run: async (context, { taskId, organisationId: branchId }, { task }) => {
    const { trx, actor, now } = context;
    if (task.state === 'withdrawn') throw new AppError('task_withdrawn');
    if (await isTargetGone(trx, actor.tenantId, task, now)) throw new AppError('task_text_gone');
    const today = { taskId, branchId, day: actor.today };
    if (!(await claimReminder(trx, actor.tenantId, today))) throw new AppError('reminded_today');
    await remindOpen(context, task, { branchId, except: actor.memberId });
    return {};
  },
  auditSubject: ({ taskId }) => ({ kind: 'task', id: taskId }),
});
