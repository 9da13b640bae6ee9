import type { Output, ParsedInput } from '../../src/contract/operations';
import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayFollowAt } from '../policies/task';
import { addNotice } from '../reminder/addNotice';
import { findPlace, type RosterPlace } from '../roster/placeRepository';
import { deleteSettled, putSettled } from './doneRepository';
import { findDueLine } from './dueRepository';
import { findTask, type TaskRecord } from './taskRepository';

interface Line {
  task: TaskRecord;
  branch: RosterPlace;
  how: 'own' | 'madeUp' | 'excused' | null;
}

/**
 * Make-up study (补学) or an excuse with its reason, by the secretary of the person's branch, who is told of it; an own
 * tap always stays. Refused: `task_withdrawn`, `excuse_reason_needed`.
 */
export const settleTask = memberUseCase('task.settle')({
  policy: whoeverMay('task.followUp'),
  subject: findLine,
  subjectPolicy: (actor, { branch }) => mayFollowAt(actor, branch),
  run: settle,
  auditSubject: ({ taskId }) => ({ kind: 'task', id: taskId }),
});

async function findLine(
  { trx, actor }: Context,
  { taskId, memberId }: ParsedInput<'task.settle'>,
): Promise<Line | null> {
  const task = await findTask(trx, actor.tenantId, taskId, 'share');
  const line = task && (await findDueLine(trx, actor.tenantId, { taskId, memberId, day: actor.today }));
  const branch = line && (await findPlace(trx, actor.tenantId, line.branchId));
  return task && line && branch ? { task, branch, how: line.how } : null;
}

async function settle(
  context: Context,
  { taskId, memberId, as, reason }: ParsedInput<'task.settle'>,
  { task, how }: Line,
): Promise<Output<'task.settle'>> {
  const { trx, actor } = context;
  if (task.state === 'withdrawn') throw new AppError('task_withdrawn');
  if (as === 'excused' && reason === '') throw new AppError('excuse_reason_needed');
  const line = { taskId, memberId };
  if (as === 'open') return { how: await deleteSettled(trx, actor.tenantId, line) };
  const now = await putSettled(trx, actor.tenantId, {
    ...line,
    how: as,
    recordedBy: actor.memberId,
    reason: reason || null,
  });
  if (now === as && how !== as && memberId !== actor.memberId) {
    const words = as === 'madeUp' ? '已当面补学' : '这次免学';
    await addNotice(context, memberId, `学习任务《${task.title}》，支部书记已记为${words}`);
  }
  return { how: now };
}
