import type { Hat, Place } from '../../src/domain/roster/acts';
import type { Actor } from '../actor';
import { hatFor } from './membership';

/** A member with the organisation that answers for them, and where they hold posts. */
export interface CardHolder extends Place {
  postPlaces: readonly Place[];
}

/**
 * Who may issue somebody's card: whoever may do so in the member's own organisation and wherever else the member
 * holds a post. A card opens the account, so a branch secretary does not get one for the committee's secretary or
 * the system administrator who happens to belong to the branch.
 */
export function mayIssueCardTo(actor: Actor, holder: CardHolder): Hat | null {
  const reachesPosts = holder.postPlaces.every(
    (place) =>
      place.organisationPath.startsWith(holder.organisationPath) ||
      hatFor(actor, 'roster.issueCard', place) !== null,
  );
  return reachesPosts ? hatFor(actor, 'roster.issueCard', holder) : null;
}
