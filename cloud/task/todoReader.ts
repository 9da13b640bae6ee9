import type { Actor } from '../actor';
import type { TodoReader } from './todoRepository';

const inBranch: readonly string[] = ['formal', 'dual', 'temporary'];

/**
 * The actor as a reader of their own list. Tasks reach the members of a branch from the branch and everything above
 * it, those of a group from the group; a post reaches nobody: it is the person who studies.
 */
export function todoReaderOf({ tenantId, memberId, today, belongs }: Actor, now: Date): TodoReader {
  const branches = belongs.filter((one) => inBranch.includes(one.kind));
  const groups = belongs.filter((one) => one.kind === 'group');
  return {
    tenantId,
    memberId,
    today,
    now,
    branchIds: branches.map((one) => one.organisationId),
    reachIds: [
      ...new Set([
        ...branches.flatMap((one) => one.organisationPath.split('/').filter(Boolean)),
        ...groups.map((one) => one.organisationId),
      ]),
    ],
  };
}
