import { mayAt } from '../../src/domain/roster/acts';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { listOrganisations } from './rosterRepository';

/** The organisations whose roster the reader may see. */
export const readOrganisations = memberUseCase('roster.organisations')({
  policy: whoeverMay('roster.view'),
  run: async ({ trx, actor }) => {
    const all = await listOrganisations(trx, actor.tenantId);
    return {
      organisations: all.filter((one) =>
        mayAt(actor.held, 'roster.view', { organisationId: one.id, organisationPath: one.path }),
      ),
    };
  },
});
