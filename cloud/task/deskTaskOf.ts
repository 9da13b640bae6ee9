import type { Output } from '../../src/contract/operations';
import { isOver } from '../../src/domain/task/deadline';
import { standingOf } from '../../src/domain/task/standing';
import type { Actor } from '../actor';
import type { Context } from '../operation';
import { mayFollowAt, mayPublishAt, mayReviewBranches } from '../policies/task';
import type { RosterPlace } from '../roster/placeRepository';
import { listBranches } from './dueRepository';
import type { TaskRecord } from './taskRepository';

type DeskTask = Output<'task.desk'>['tasks'][number];

/** The branches of the bureau whose names the actor looks after. */
export function followedBy(actor: Actor, organisations: readonly RosterPlace[]): RosterPlace[] {
  return organisations.filter((one) => mayFollowAt(actor, one));
}

/** Tasks as the desk shows them to the actor, with how each followed branch stands; in the order given. */
export async function deskTasksOf(
  { trx, actor }: Pick<Context, 'trx' | 'actor'>,
  tasks: readonly TaskRecord[],
  followed: readonly RosterPlace[],
): Promise<DeskTask[]> {
  const stands =
    followed.length > 0 && tasks.length > 0
      ? await listBranches(trx, actor.tenantId, {
          taskIds: tasks.map((one) => one.id),
          branchIds: followed.map((one) => one.organisationId),
          day: actor.today,
        })
      : [];
  return tasks.map((task) => ({
    id: task.id,
    target: task.target,
    title: task.title,
    readingMinutes: task.readingMinutes,
    organisationName: task.organisationName,
    dueOn: task.dueOn,
    selfCheck: task.selfCheck,
    whom: task.whom,
    state: stateOf(task, actor.today),
    version: task.version,
    mayManage: mayPublishAt(actor, task) !== null,
    follows: stands
      .filter((one) => one.taskId === task.id)
      .map(({ branchId, name, hasOpen }) => ({
        id: branchId,
        name,
        standing: standingOf(task.dueOn, actor.today, hasOpen),
      })),
    mayReview: mayReviewBranches(actor, task) !== null,
  }));
}

function stateOf({ state, dueOn }: TaskRecord, today: string): DeskTask['state'] {
  if (state === 'withdrawn') return 'withdrawn';
  return isOver(dueOn, today) ? 'over' : 'running';
}
