import { memberUseCase } from '../../operation';
import { hatFor, whoeverMay } from '../../policies/membership';
import { findPlace } from '../../roster/placeRepository';
import { findPackable, findPackableSeries } from './packRepository';

const PAGE = 50;

/** What somebody who writes for an organisation may put into a content pack: its approved pieces and series. */
export const readPackable = memberUseCase('study.packable')({
  policy: whoeverMay('study.write'),
  subject: ({ trx, actor }, { organisationId }) => findPlace(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, place) => hatFor(actor, 'study.write', place),
  run: async ({ trx, actor }, { organisationId, cursor = null }) => {
    const found = await findPackable(trx, actor.tenantId, organisationId, {
      before: cursor,
      limit: PAGE + 1,
    });
    const pieces = found.slice(0, PAGE);
    return {
      pieces,
      next: found.length > PAGE ? (pieces.at(-1)?.id ?? null) : null,
      series: await findPackableSeries(trx, actor.tenantId, organisationId),
    };
  },
});
