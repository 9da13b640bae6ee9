import { holdsMembers } from '../structure';
import { normalOrganisation } from './normalName';
import type { KnownOrganisation, PlanProblem } from './rosterPlan';

/** Where a row belongs: an organisation, a name that the tree does not have, or a problem. */
export type Target =
  | { organisationId: string; createName: null; problem: null }
  | { organisationId: null; createName: string; problem: null }
  | { organisationId: null; createName: null; problem: PlanProblem };

/** Finds organisations by the names that files give them. */
export interface OrganisationFinder {
  /** `null`: the file does not name one; the row then belongs to `scopeId` if that takes members. */
  target(name: string | null): Target;
  /** The group of that name in a branch, or null. */
  group(name: string | null, branchId: string | null): string | null;
}

/**
 * `bureauNames`: names of the bureau, which files put before a branch's own.
 * `mayCreate`: the person may add branches, so that an unknown name is an offer and not a problem.
 */
export function findOrganisations(
  organisations: readonly KnownOrganisation[],
  {
    scopeId,
    bureauNames,
    mayCreate,
  }: { scopeId: string; bureauNames: readonly string[]; mayCreate: boolean },
): OrganisationFinder {
  const takers = organisations.filter((one) => holdsMembers(one.level));
  const normal = (name: string) => normalOrganisation(name, bureauNames);
  const byName = new Map<string, KnownOrganisation[]>();
  for (const one of takers) {
    for (const key of new Set([`=${one.name}`, normal(one.name)])) {
      byName.set(key, [...(byName.get(key) ?? []), one]);
    }
  }
  const groups = new Map(
    organisations
      .filter((one) => one.level === 'group')
      .map((one) => [`${one.parentId}|${normal(one.name)}`, one.id]),
  );
  const scope = organisations.find((one) => one.id === scopeId);
  // A file spells one and the same branch in several ways too (办公室支部, 办公室党支部): the first names it.
  const offered = new Map<string, string>();
  const offer = (name: string) => {
    const key = normal(name);
    const first = offered.get(key) ?? name;
    offered.set(key, first);
    return first;
  };
  return {
    target: (name) => {
      if (name === null) {
        // A committee's own staff are in its branches; only a branch's file may leave the branch unsaid.
        const isBranch = scope?.level === 'branch' || scope?.level === 'generalBranch';
        return isBranch ? to(scope) : no('organisationMissing');
      }
      const found = byName.get(`=${name}`) ?? byName.get(normal(name)) ?? [];
      const inScope = found.filter((one) => one.isInScope);
      const [only, ...more] = inScope.length > 0 ? inScope : found;
      if (!only)
        return mayCreate
          ? { organisationId: null, createName: offer(name), problem: null }
          : no('organisationUnknown');
      if (more.length > 0) return no('organisationUnclear');
      return only.isInScope && only.isInReach ? to(only) : no('organisationOutside');
    },
    group: (name, branchId) => (name === null ? null : (groups.get(`${branchId}|${normal(name)}`) ?? null)),
  };
}

function to(one: KnownOrganisation): Target {
  return { organisationId: one.id, createName: null, problem: null };
}

function no(problem: PlanProblem): Target {
  return { organisationId: null, createName: null, problem };
}
