import type { ResolveFaultSubject } from '../feedback/faultSubjects';
import { audienceOf } from '../policies/audience';

/** A piece that is out now and meant for the member; kept by the organisation that published it. */
export const pieceFaultSubject: ResolveFaultSubject = async ({ trx, actor, now }, pieceId) => {
  const audience = audienceOf(actor);
  if (audience.length === 0) return null;
  const piece = await trx
    .selectFrom('piece')
    .select(['title', 'organisation_id as organisationId'])
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', pieceId)
    .where('state', '=', 'approved')
    .where('publish_at', '<=', now)
    .where('organisation_id', 'in', audience)
    .executeTakeFirst();
  return piece ?? null;
};
