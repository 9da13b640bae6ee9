import { isDissolvable, mayReshape } from '../../src/domain/roster/structure';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { maySomewhereAny } from '../policies/membership';
import { findPlacedOrganisation, isInUse, updateOrganisation } from './organisationRepository';
import { requireVersion } from './requireVersion';

/** Dissolves an empty organisation; its records stay. */
export const dissolveOrganisation = memberUseCase('roster.dissolveOrganisation')({
  policy: maySomewhereAny(['roster.structure', 'roster.groups']),
  subject: ({ trx, actor }, { organisationId }) =>
    findPlacedOrganisation(trx, actor.tenantId, organisationId, { lock: true }),
  subjectPolicy: (actor, organisation) => mayReshape(actor.held, organisation),
  run: async ({ trx, actor }, { version }, organisation) => {
    requireVersion(organisation, version);
    const { organisationId, level } = organisation;
    if (!isDissolvable(level) || (await isInUse(trx, actor.tenantId, organisationId, actor.today)))
      throw new AppError('organisation_not_empty');
    return { version: await updateOrganisation(trx, actor.tenantId, organisation, { status: 'dissolved' }) };
  },
  auditSubject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
});
