import { sayDay } from '../../src/domain/calendar/sayDay';
import { isOver } from '../../src/domain/task/deadline';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayFollowAt } from '../policies/task';
import { addNotice } from '../reminder/addNotice';
import { claimReminder } from './doneRepository';
import { listNames } from './dueRepository';
import { findTaskInBranch } from './taskInBranch';

/** Puts a notice into the inbox of each open one of a branch, at most once a day. Refused: `task_withdrawn`, `reminded_today`. */
export const remindBranch = memberUseCase('task.remind')({
  policy: whoeverMay('task.followUp'),
  subject: findTaskInBranch,
  subjectPolicy: (actor, { branch }) => mayFollowAt(actor, branch),
  run: async (context, { taskId, organisationId: branchId }, { task }) => {
    const { trx, actor } = context;
    if (task.state === 'withdrawn') throw new AppError('task_withdrawn');
    const today = { taskId, branchId, day: actor.today };
    if (!(await claimReminder(trx, actor.tenantId, today))) throw new AppError('reminded_today');
    const until = isOver(task.dueOn, actor.today) ? '有空时可以补上' : `请在${sayDay(task.dueOn)}前看一看`;
    for (const { memberId, due, how } of await listNames(trx, actor.tenantId, today)) {
      if (!due || how !== null || memberId === actor.memberId) continue;
      const text = `学习任务《${task.title}》，约 ${task.readingMinutes} 分钟，${until}`;
      await addNotice(context, memberId, text, { screen: 'studyTask', query: { taskId } });
    }
    return {};
  },
  auditSubject: ({ taskId }) => ({ kind: 'task', id: taskId }),
});
