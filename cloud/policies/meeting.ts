import { rollPosts } from '../../src/domain/meeting/roll';
import type { Hat, Place } from '../../src/domain/roster/acts';
import { maySomewhere } from '../../src/domain/roster/acts';
import type { OrganisationLevel } from '../../src/domain/roster/posts';
import type { Actor } from '../actor';
import { hatFor } from './membership';

/** What the policies need to know of a meeting. */
export interface JudgedMeeting extends Place {
  level: OrganisationLevel;
  type: string;
  /** The actor's own line of the roll. */
  mine: object | null;
}

/** The hat under which the actor may call or cancel meetings of an organisation. */
export function mayPlanAt(actor: Actor, place: Place): Hat | null {
  return hatFor(actor, 'meeting.plan', place);
}

/** The hat under which the actor may open sign-in, keep the roll and close it. */
export function mayHost(actor: Actor, meeting: Place): Hat | null {
  return hatFor(actor, 'meeting.host', meeting);
}

/**
 * The hat under which the actor may sign the record. A group or team has
 * nobody who signs: its record is signed where it hangs, by the secretary of
 * the branch or of the committee (domain.md 4.2, W3 step 9).
 */
export function maySignOff(actor: Actor, meeting: Place & { level: OrganisationLevel }): Hat | null {
  const isPart = meeting.level === 'group' || meeting.level === 'team';
  return hatFor(actor, 'meeting.signOff', isPart ? parentOf(meeting) : meeting);
}

/**
 * Who may see the names of a roll: whoever keeps it, signs it, or reviews it
 * from above. Seeing the roster is not enough: an administrator hands out cards
 * and has no business in a meeting (domain.md 11.2: separated administrators).
 */
export function maySeeRoll(actor: Actor, meeting: JudgedMeeting): Hat | null {
  return mayHost(actor, meeting) ?? maySignOff(actor, meeting) ?? hatFor(actor, 'meeting.review', meeting);
}

/** True when some post lets the actor look at rolls at all. */
export function seesSomeRoll(actor: Actor): boolean {
  return (['meeting.host', 'meeting.signOff', 'meeting.review'] as const).some((act) =>
    maySomewhere(actor.held, act),
  );
}

/**
 * Who may know of a meeting: those on its roll, those it is for, and those who
 * keep it. What a branch calls is no business of the branch beside it, nor of
 * the members of what lies above or below.
 */
export function maySeeMeeting(actor: Actor, meeting: JudgedMeeting): boolean {
  return meeting.mine !== null || isFor(actor, meeting) || maySeeRoll(actor, meeting) !== null;
}

/** True when the actor belongs to the organisation itself and the meeting is for all of it, or for a post held there. */
export function isFor(actor: Actor, meeting: JudgedMeeting): boolean {
  const posts = rollPosts(meeting.type, meeting.level);
  if (posts) {
    return actor.held.some(
      (one) => one.organisationId === meeting.organisationId && posts.includes(one.post),
    );
  }
  return actor.belongs.some((one) => one.organisationId === meeting.organisationId);
}

function parentOf({ organisationPath }: Place): Place {
  const ids = organisationPath.split('/').filter(Boolean).slice(0, -1);
  return { organisationId: ids.at(-1) ?? '', organisationPath: `/${ids.map((id) => `${id}/`).join('')}` };
}
