import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { countCards, countSecretaries } from './firstDayRepository';
import { listOrganisations } from './rosterRepository';

/**
 * How far the roster, its posts and the cards have come where the reader hands out cards: for the first steps of a bureau. Read
 * from the records each time, and without names. How many use the app is not asked: a member with a card that can
 * still be used counts as provided for, exactly as one who has come in.
 */
export const readFirstDay = memberUseCase('roster.firstDay')({
  policy: whoeverMay('roster.issueCard'),
  run: async ({ trx, actor, now }) => {
    const reached = (await listOrganisations(trx, actor.tenantId)).filter((one) =>
      hatFor(actor, 'roster.issueCard', { organisationId: one.id, organisationPath: one.path }),
    );
    const ids = reached.map(({ id }) => id);
    return {
      ...(await countCards(trx, actor.tenantId, ids, { today: actor.today, now })),
      ...(await countSecretaries(trx, actor.tenantId, ids, actor.today)),
    };
  },
});
