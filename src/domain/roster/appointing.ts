import { type Act, type HeldPost, mayAt, type Place } from './acts';
import { type OrganisationLevel, type Post, posts } from './posts';

/** An organisation as far as posts and structure are concerned; `parent` answers for a group. */
export interface PlacedOrganisation extends Place {
  level: OrganisationLevel;
  parent: Place | null;
}

/** Where a post may be held, and whose act it is to give it. */
interface PostRule {
  levels: readonly OrganisationLevel[];
  act: Act;
  /** The post comes with a list of organisations acted for (代录、联系点、督导). */
  isNamed?: true;
  /** One person at a time. */
  isSingle?: true;
}

const branches: readonly OrganisationLevel[] = ['branch', 'generalBranch'];
const withCommittee: readonly OrganisationLevel[] = ['branch', 'generalBranch', 'organCommittee'];
const committees: readonly OrganisationLevel[] = ['organCommittee', 'leadingGroup'];

/**
 * Who gives which post (issue, "Roster": only committee staff appoint
 * secretaries, a secretary appoints within the branch). A deputy can do what a
 * secretary can, so both are given by the committee; the committee's own posts
 * by its secretary, the administrators' by a system administrator only.
 */
const rules: Record<Post, PostRule> = {
  secretary: { levels: branches, act: 'roster.appointLeaders', isSingle: true },
  deputySecretary: { levels: branches, act: 'roster.appointLeaders' },
  organisationOfficer: { levels: withCommittee, act: 'roster.appointOfficers' },
  publicityOfficer: { levels: withCommittee, act: 'roster.appointOfficers' },
  disciplineOfficer: { levels: withCommittee, act: 'roster.appointOfficers' },
  groupLeader: { levels: ['group', 'team'], act: 'roster.appointOfficers' },
  committeeSecretary: { levels: committees, act: 'roster.appointStaff', isSingle: true },
  committeeOfficer: { levels: committees, act: 'roster.appointStaff' },
  disciplineCommittee: { levels: committees, act: 'roster.appointStaff' },
  clerk: { levels: committees, act: 'roster.appointLeaders', isNamed: true },
  contactLeader: { levels: committees, act: 'roster.appointLeaders', isNamed: true },
  supervisor: { levels: committees, act: 'roster.appointLeaders', isNamed: true },
  systemAdmin: { levels: committees, act: 'roster.appointAdmins' },
  securityAdmin: { levels: committees, act: 'roster.appointAdmins' },
  auditAdmin: { levels: committees, act: 'roster.appointAdmins' },
};

/** Whether a post is of this level of organisation at all. */
export function isPostOf(post: Post, level: OrganisationLevel): boolean {
  return rules[post].levels.includes(level);
}

/** Whether a post comes with a list of organisations acted for. */
export function isNamedPost(post: Post): boolean {
  return rules[post].isNamed === true;
}

/** Whether one person at a time holds the post in an organisation. */
export function isSinglePost(post: Post): boolean {
  return rules[post].isSingle === true;
}

/** The act of giving and ending a post. */
export function actOfAppointing(post: Post): Act {
  return rules[post].act;
}

/** Posts that somebody may give in an organisation, in the usual order. Not to themselves: that is judged with the person. */
export function appointable(held: readonly HeldPost[], at: PlacedOrganisation): Post[] {
  return posts.filter(
    (post) => isPostOf(post, at.level) && mayAt(held, actOfAppointing(post), answeringPlace(at)),
  );
}

/** A party group is part of its branch, which answers for it; everything else answers for itself. */
export function answeringPlace(at: PlacedOrganisation): Place {
  return at.level === 'group' && at.parent ? at.parent : at;
}
