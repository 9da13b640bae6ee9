import { type Act, type HeldPost, mayAt } from './acts';
import { answeringPlace, type PlacedOrganisation } from './appointing';
import type { OrganisationLevel } from './posts';

/** Levels that people make themselves; committee and leading group come with the bureau. */
export type MadeLevel = Extract<OrganisationLevel, 'generalBranch' | 'branch' | 'group' | 'team'>;

const levelsUnder: Record<OrganisationLevel, readonly MadeLevel[]> = {
  leadingGroup: ['generalBranch', 'branch', 'team'],
  organCommittee: ['generalBranch', 'branch', 'team'],
  generalBranch: ['branch'],
  branch: ['group'],
  group: [],
  team: [],
};

/** The levels that somebody may add right under `parent`. A branch lays out its own groups; the rest of the tree is the committee's. */
export function addableUnder(held: readonly HeldPost[], parent: PlacedOrganisation): MadeLevel[] {
  return levelsUnder[parent.level].filter((level) => mayAt(held, actOnLevel(level), parent));
}

/** Whether somebody may rename, enable or dissolve an organisation. */
export function mayReshape(held: readonly HeldPost[], at: PlacedOrganisation): boolean {
  return mayAt(held, actOnLevel(at.level), answeringPlace(at));
}

/** Whether an organisation of this level can be dissolved by people at all. */
export function isDissolvable(level: OrganisationLevel): boolean {
  return level !== 'organCommittee' && level !== 'leadingGroup';
}

/** Levels in which somebody can have the place of right (组织关系). */
export function holdsMembers(level: OrganisationLevel): boolean {
  return level === 'branch' || level === 'generalBranch' || level === 'organCommittee';
}

function actOnLevel(level: OrganisationLevel): Act {
  return level === 'group' ? 'roster.groups' : 'roster.structure';
}
