import { mayReshape } from '../../src/domain/roster/structure';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { maySomewhereAny } from '../policies/membership';
import { findPlacedOrganisation, isNameTaken, updateOrganisation } from './organisationRepository';
import { requireVersion } from './requireVersion';

/** Renames an organisation or changes its 启用日期. */
export const editOrganisation = memberUseCase('roster.editOrganisation')({
  policy: maySomewhereAny(['roster.structure', 'roster.groups']),
  subject: ({ trx, actor }, { organisationId }) =>
    findPlacedOrganisation(trx, actor.tenantId, organisationId, { lock: true }),
  subjectPolicy: (actor, organisation) => mayReshape(actor.held, organisation),
  run: async ({ trx, actor }, { version, name, enabledOn }, organisation) => {
    requireVersion(organisation, version);
    const parentId = organisation.parent?.organisationId ?? null;
    const exceptId = organisation.organisationId;
    if (await isNameTaken(trx, actor.tenantId, { parentId, name, exceptId }))
      throw new AppError('name_taken');
    return {
      version: await updateOrganisation(trx, actor.tenantId, organisation, { name, enabled_on: enabledOn }),
    };
  },
  auditSubject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
});
