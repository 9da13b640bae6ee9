import type { Act, Hat, Place } from '../../src/domain/roster/acts';
import { actOfAppointing, answeringPlace, type PlacedOrganisation } from '../../src/domain/roster/appointing';
import type { Post } from '../../src/domain/roster/posts';
import type { Actor } from '../actor';
import { hatFor } from './membership';

/** A member with the organisation that answers for them, and where they hold posts. */
export interface Placed extends Place {
  postPlaces: readonly Place[];
}

/**
 * Who may issue somebody's card: whoever may do so in the member's own organisation and wherever else the member
 * holds a post. A card opens the account, so a branch secretary does not get one for the committee's secretary or
 * the system administrator who happens to belong to the branch.
 */
export function mayIssueCardTo(actor: Actor, holder: Placed): Hat | null {
  return overWhole(actor, 'roster.issueCard', holder);
}

/** Who may change a person's entry: a mobile number is a door too, so the same reach is asked. */
export function mayEditPerson(actor: Actor, person: Placed): Hat | null {
  return overWhole(actor, 'roster.edit', person);
}

/** Who may gather members of their own reach in an organisation: a group through its branch. */
export function mayGatherAt(actor: Actor, at: PlacedOrganisation): Hat | null {
  return hatFor(actor, 'roster.edit', answeringPlace(at));
}

/** Acts of giving posts: having one of them opens the form. */
export const appointingActs: readonly Act[] = [
  'roster.appointOfficers',
  'roster.appointLeaders',
  'roster.appointStaff',
  'roster.appointAdmins',
];

/** Who may give or end `post` in an organisation to or of `memberId`: nobody's own, and a person within reach. */
export function mayAppointTo(
  actor: Actor,
  post: Post,
  at: PlacedOrganisation,
  person: Place & { memberId: string },
): Hat | null {
  if (person.memberId === actor.memberId || hatFor(actor, 'roster.view', person) === null) return null;
  return hatFor(actor, actOfAppointing(post), answeringPlace(at));
}

function overWhole(actor: Actor, act: Act, person: Placed): Hat | null {
  const reachesPosts = person.postPlaces.every(
    (place) =>
      place.organisationPath.startsWith(person.organisationPath) || hatFor(actor, act, place) !== null,
  );
  return reachesPosts ? hatFor(actor, act, person) : null;
}
