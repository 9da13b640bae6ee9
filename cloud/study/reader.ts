import { type Actor, homeOf } from '../actor';
import { audienceOf } from '../policies/audience';

/** For whom pieces are read: what the queries need to know of the member. */
export interface Reader {
  tenantId: string;
  memberId: string;
  /** Organisations whose pieces are meant for the member; the bureau's own are for everybody besides. */
  audience: readonly string[];
  /** The branch of right. */
  homeId: string | null;
  now: Date;
}

/** The reader that the actor is at `now`. */
export function readerOf(actor: Actor, now: Date): Reader {
  return {
    tenantId: actor.tenantId,
    memberId: actor.memberId,
    audience: audienceOf(actor),
    homeId: homeOf(actor)?.organisationId ?? null,
    now,
  };
}
