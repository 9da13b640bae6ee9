import type { Post } from './posts';

/** What can be done to something of an organisation. Policies name acts, never posts. */
export const acts = [
  'study.write',
  'study.review',
  'study.schedule',
  // Answers for the pieces that an organisation supplies in its week (轮值供稿).
  'study.supply',
  'quiz.keep',
  'quiz.review',
  'quiz.paper',
  // Sees the branch's shares of right answers, to choose a lecture by (product.md B5).
  'quiz.analyse',
  'calendar.edit',
  'meeting.plan',
  'meeting.host',
  'meeting.signOff',
  'meeting.review',
  'lecture.lay',
  'roster.view',
  'roster.issueCard',
  'roster.edit',
  'roster.groups',
  'roster.structure',
  'roster.appointOfficers',
  'roster.appointLeaders',
  'roster.appointStaff',
  'roster.appointAdmins',
  'feedback.answer',
  'pioneer.answerRemark',
  'task.publish',
  'task.followUp',
  'task.review',
] as const;

export type Act = (typeof acts)[number];

/**
 * How far a post reaches from the organisation it is held in:
 * `own` that organisation only, `below` it and everything under it,
 * `named` the organisations listed with the post (代录, contact points).
 */
export type Reach = 'own' | 'below' | 'named';

const branchLeadership: Partial<Record<Act, Reach>> = {
  'study.write': 'own',
  'study.review': 'own',
  'study.schedule': 'own',
  'study.supply': 'own',
  'quiz.keep': 'own',
  'quiz.review': 'own',
  'quiz.paper': 'own',
  'quiz.analyse': 'own',
  'meeting.plan': 'own',
  'meeting.host': 'own',
  'meeting.signOff': 'own',
  'lecture.lay': 'own',
  'roster.view': 'own',
  'roster.issueCard': 'own',
  'roster.edit': 'own',
  'roster.groups': 'own',
  'pioneer.answerRemark': 'own',
  'task.publish': 'own',
  // The open names are the secretary's, for reminding and make-up (domain.md C5).
  'task.followUp': 'own',
};

const committeeStaff: Partial<Record<Act, Reach>> = {
  'study.write': 'own',
  'study.review': 'below',
  'study.schedule': 'own',
  'quiz.keep': 'own',
  'quiz.review': 'below',
  'quiz.paper': 'own',
  'calendar.edit': 'own',
  'meeting.plan': 'own',
  'meeting.host': 'own',
  // The superior reads a branch's record (审阅, domain.md W3 step 9).
  'meeting.review': 'below',
  'roster.view': 'below',
  'roster.issueCard': 'below',
  'roster.edit': 'below',
  'roster.groups': 'below',
  'roster.structure': 'below',
  'roster.appointOfficers': 'below',
  // A secretary's and a deputy's election is approved above (domain.md 2), so it is entered there.
  'roster.appointLeaders': 'below',
  'feedback.answer': 'own',
  'pioneer.answerRemark': 'below',
  'task.publish': 'own',
  // Branches as met or not met, never names (domain.md C6).
  'task.review': 'below',
};

/**
 * The one table post -> acts -> reach (architecture.md "Posts"). Whoever keeps a
 * record may not be the only one who can sign it: a clerk types for others but
 * neither reviews nor signs off; administrators keep the system, not the party life.
 */
export const actsOfPost: Record<Post, Partial<Record<Act, Reach>>> = {
  secretary: { ...branchLeadership, 'roster.appointOfficers': 'own' },
  deputySecretary: branchLeadership,
  organisationOfficer: {
    'quiz.analyse': 'own',
    'meeting.plan': 'own',
    'meeting.host': 'own',
    'lecture.lay': 'own',
    'roster.view': 'own',
    'roster.issueCard': 'own',
    'roster.edit': 'own',
  },
  publicityOfficer: {
    'study.write': 'own',
    'study.review': 'own',
    'study.supply': 'own',
    'quiz.keep': 'own',
    'quiz.review': 'own',
    'quiz.paper': 'own',
    'quiz.analyse': 'own',
    'lecture.lay': 'own',
  },
  disciplineOfficer: {},
  groupLeader: {
    'study.supply': 'own',
    'meeting.plan': 'own',
    'meeting.host': 'own',
    'lecture.lay': 'own',
  },
  committeeSecretary: { ...committeeStaff, 'meeting.signOff': 'own', 'roster.appointStaff': 'below' },
  committeeOfficer: committeeStaff,
  disciplineCommittee: {},
  clerk: {
    'study.write': 'named',
    'quiz.keep': 'named',
    'meeting.plan': 'named',
    'meeting.host': 'named',
    'lecture.lay': 'named',
    'roster.view': 'named',
  },
  contactLeader: {},
  supervisor: {},
  // On the first day there is nobody else: whoever installs the bureau makes its tree and its first posts.
  systemAdmin: {
    'calendar.edit': 'own',
    'roster.view': 'below',
    'roster.issueCard': 'below',
    'roster.edit': 'below',
    'roster.groups': 'below',
    'roster.structure': 'below',
    'roster.appointOfficers': 'below',
    'roster.appointLeaders': 'below',
    'roster.appointStaff': 'below',
    'roster.appointAdmins': 'below',
  },
  securityAdmin: {},
  auditAdmin: {},
};

/** A post that a person holds today, as far as permission needs it. */
export interface HeldPost {
  post: Post;
  organisationId: string;
  /** Place in the tree: `/committee/generalBranch/branch/`, ids with slashes at both ends. */
  organisationPath: string;
  /** For reach `named`: the organisations listed with the post. */
  namedOrganisationIds: readonly string[];
}

/** Where something stands in the tree. */
export interface Place {
  organisationId: string;
  organisationPath: string;
}

/** Under which post somebody acts, and for which organisation when that is not the post's own (代录). */
export interface Hat {
  post: Post;
  actingFor: string | null;
}

/** True when one of the held posts allows `act` at `place`. Deny by default. */
export function mayAt(held: readonly HeldPost[], act: Act, place: Place): boolean {
  return hatAt(held, act, place) !== null;
}

/** The hat under which `act` is allowed at `place`, or null; with several the narrowest (own before below before named). */
export function hatAt(held: readonly HeldPost[], act: Act, place: Place): Hat | null {
  for (const reach of ['own', 'below', 'named'] as const) {
    const found = held.find((one) => actsOfPost[one.post][act] === reach && reaches(one, reach, place));
    if (found) return { post: found.post, actingFor: reach === 'named' ? place.organisationId : null };
  }
  return null;
}

/** True when a held post allows `act` anywhere at all: enough to open a list, never to change a record. */
export function maySomewhere(held: readonly HeldPost[], act: Act): boolean {
  return held.some((one) => {
    const reach = actsOfPost[one.post][act];
    return reach === 'named' ? one.namedOrganisationIds.length > 0 : reach !== undefined;
  });
}

/** Every act that the held posts allow somewhere, sorted; what the screens offer. */
export function actsOf(held: readonly HeldPost[]): Act[] {
  return acts.filter((act) => maySomewhere(held, act));
}

function reaches(held: HeldPost, reach: Reach, place: Place): boolean {
  if (reach === 'own') return held.organisationId === place.organisationId;
  if (reach === 'below') return place.organisationPath.startsWith(held.organisationPath);
  return held.namedOrganisationIds.includes(place.organisationId);
}
