import { addableUnder } from '../../src/domain/roster/structure';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { maySomewhereAny } from '../policies/membership';
import { enrolOrganisation } from './enrol';
import { findPlacedOrganisation, isNameTaken } from './organisationRepository';

/** Adds a general branch, branch, group or team right under another organisation. */
export const createOrganisation = memberUseCase('roster.createOrganisation')({
  policy: maySomewhereAny(['roster.structure', 'roster.groups']),
  // Locked, so that two of one name do not arrive side by side.
  subject: ({ trx, actor }, { parentId }) =>
    findPlacedOrganisation(trx, actor.tenantId, parentId, { lock: true }),
  subjectPolicy: (actor, parent, { level }) => addableUnder(actor.held, parent).includes(level),
  run: async ({ trx, actor, newId }, input, parent) => {
    const parentId = parent.organisationId;
    if (await isNameTaken(trx, actor.tenantId, { parentId, name: input.name }))
      throw new AppError('name_taken');
    const organisationId = newId();
    await enrolOrganisation(trx, actor.tenantId, {
      id: organisationId,
      name: input.name,
      level: input.level,
      parent: { id: parentId, path: parent.organisationPath },
      enabledOn: input.enabledOn,
    });
    return { organisationId };
  },
  auditSubject: (_input, { organisationId }) => ({ kind: 'organisation', id: organisationId }),
});
