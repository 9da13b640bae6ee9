import type { Output } from '../../src/contract/operations';
import { isNamedPost, isPostOf } from '../../src/domain/roster/appointing';
import type { PlanLine } from '../../src/domain/roster/match/rosterPlan';
import { readPosts } from '../../src/domain/roster/sheet/readWords';
import type { Actor } from '../actor';
import { mayAppointTo } from '../policies/roster';
import type { ListedOrganisation } from '../roster/rosterRepository';

type Duty = Output<'intake.applyRoster'>['duties'][number];

/** As many as one looks through at once; a file that names more is finished under 组织和任职. */
const mostDuties = 200;

/**
 * The posts that the file names for people who have just come in, as far as we know the title, their branch or group
 * has such a post, and the actor may give it. Nobody is appointed by this: that is `roster.appoint`, one by one.
 * `memberIds`: of `added`, in the same order.
 */
export function dutiesOf(
  actor: Actor,
  { added, memberIds }: { added: readonly PlanLine[]; memberIds: readonly string[] },
  organisations: readonly ListedOrganisation[],
): Duty[] {
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const duties = added.flatMap(({ row, organisationId, groupId }, index) => {
    const memberId = memberIds[index];
    const branch = byId.get(organisationId ?? '');
    if (!row?.posts || !memberId || !branch) return [];
    const person = { memberId, organisationId: branch.id, organisationPath: branch.path };
    return readPosts(row.posts).flatMap((post): Duty[] => {
      const place = post === 'groupLeader' ? byId.get(groupId ?? '') : branch;
      if (!place || isNamedPost(post) || !isPostOf(post, place.level)) return [];
      const parent =
        place.parentId === null || place.parentPath === null
          ? null
          : { organisationId: place.parentId, organisationPath: place.parentPath };
      const at = { organisationId: place.id, organisationPath: place.path, level: place.level, parent };
      if (!mayAppointTo(actor, post, at, person)) return [];
      return [{ memberId, name: row.name, post, organisationId: place.id, organisationName: place.name }];
    });
  });
  return duties.slice(0, mostDuties);
}
