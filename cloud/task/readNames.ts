import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayFollowAt } from '../policies/task';
import { isReminded } from './doneRepository';
import { listNames } from './dueRepository';
import { findTaskInBranch } from './taskInBranch';

/**
 * The names of one branch, for its secretary alone: a named view of others, so it is audited. In the order of the
 * roster, never of when; whether somebody who is only invited is done is nobody's business.
 */
export const readNames = memberUseCase('task.names')({
  policy: whoeverMay('task.followUp'),
  subject: findTaskInBranch,
  subjectPolicy: (actor, { branch }) => mayFollowAt(actor, branch),
  audited: true,
  run: async ({ trx, actor }, { taskId, organisationId: branchId }, { branch }) => {
    const lines = await listNames(trx, actor.tenantId, { taskId, branchId, day: actor.today });
    const due = lines.filter((line) => line.due);
    const person = ({ memberId, name }: (typeof lines)[number]) => ({ memberId, name });
    return {
      organisationName: branch.name,
      open: due.filter(({ how }) => how === null).map(person),
      done: due.flatMap((line) => (line.how ? [{ ...person(line), how: line.how }] : [])),
      invited: lines.filter((line) => !line.due).map(person),
      isReminded: await isReminded(trx, actor.tenantId, { taskId, branchId, day: actor.today }),
    };
  },
  auditSubject: ({ taskId }) => ({ kind: 'task', id: taskId }),
});
