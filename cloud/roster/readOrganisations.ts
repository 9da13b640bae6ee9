import { mayAt } from '../../src/domain/roster/acts';
import { appointable, type PlacedOrganisation } from '../../src/domain/roster/appointing';
import { addableUnder, holdsMembers, mayReshape } from '../../src/domain/roster/structure';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { type ListedOrganisation, listOrganisations } from './rosterRepository';

/** The organisations whose roster the reader may see, and what the reader may do in each. */
export const readOrganisations = memberUseCase('roster.organisations')({
  policy: whoeverMay('roster.view'),
  run: async ({ trx, actor }) => {
    const all = await listOrganisations(trx, actor.tenantId);
    return {
      organisations: all
        .map((one) => ({ one, place: placeOf(one) }))
        .filter(({ place }) => mayAt(actor.held, 'roster.view', place))
        .map(({ one, place }) => ({
          ...one,
          mayEdit: mayReshape(actor.held, place),
          mayAdd: addableUnder(actor.held, place),
          mayEnrol: holdsMembers(one.level) && mayAt(actor.held, 'roster.edit', place),
          mayAppoint: appointable(actor.held, place),
        })),
    };
  },
});

function placeOf(one: ListedOrganisation): PlacedOrganisation {
  return {
    organisationId: one.id,
    organisationPath: one.path,
    level: one.level,
    parent:
      one.parentId === null || one.parentPath === null
        ? null
        : { organisationId: one.parentId, organisationPath: one.parentPath },
  };
}
