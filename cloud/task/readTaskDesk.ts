import { memberUseCase } from '../operation';
import { mayOpenTaskDesk, mayPublishAt, mayReviewBranches } from '../policies/task';
import { listPlaces } from '../roster/placeRepository';
import { deskTasksOf, followedBy } from './deskTaskOf';
import { listTasks } from './taskRepository';

/** One page of the list. */
const PAGE = 20;

/**
 * Tasks that the actor publishes, follows (those for their branch, its groups, and everything above it) or reviews,
 * newest first.
 */
export const readTaskDesk = memberUseCase('task.desk')({
  policy: mayOpenTaskDesk,
  run: async ({ trx, actor }, { before }) => {
    const organisations = await listPlaces(trx, actor.tenantId);
    const followed = followedBy(actor, organisations);
    const above = new Set(followed.flatMap((one) => one.organisationPath.split('/').filter(Boolean)));
    const isFollowed = (path: string) => followed.some((one) => path.startsWith(one.organisationPath));
    const relevant = organisations.filter(
      (one) =>
        mayPublishAt(actor, one) ||
        mayReviewBranches(actor, { ...one, whom: 'organisation' }) ||
        above.has(one.organisationId) ||
        (one.level === 'group' && isFollowed(one.organisationPath)),
    );
    const found = await listTasks(trx, actor.tenantId, {
      organisationIds: relevant.map((one) => one.organisationId),
      ...(before ? { before } : {}),
      limit: PAGE + 1,
    });
    const page = found.slice(0, PAGE);
    const shown = (await deskTasksOf({ trx, actor }, page, followed)).filter(
      (task) => task.mayManage || task.mayReview || task.follows.length > 0,
    );
    return { tasks: shown, nextBefore: found.length > PAGE ? (page.at(-1)?.id ?? null) : null };
  },
});
