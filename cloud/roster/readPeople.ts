import { mayAt } from '../../src/domain/roster/acts';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { mayIssueCardTo } from '../policies/roster';
import { findPlacedOrganisation } from './organisationRepository';
import { listPeople } from './peopleRepository';
import { listOrganisations } from './rosterRepository';

/** As many as a sheet of cards may be asked for at once. */
const PAGE = 100;

/** People of an organisation, with `below` also of everything under it: a named view, so it is audited. */
export const readPeople = memberUseCase('roster.people')({
  policy: whoeverMay('roster.view'),
  subject: ({ trx, actor }, { organisationId }) =>
    findPlacedOrganisation(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, organisation) => hatFor(actor, 'roster.view', organisation),
  audited: true,
  run: async ({ trx, actor }, { below, name, withoutDoor, cursor }, organisation) => {
    const within = (await listOrganisations(trx, actor.tenantId)).filter(
      (one) =>
        one.path.startsWith(organisation.organisationPath) &&
        mayAt(actor.held, 'roster.view', { organisationId: one.id, organisationPath: one.path }),
    );
    const people = await listPeople(trx, actor.tenantId, {
      organisationIds: below ? within.map((one) => one.id) : [organisation.organisationId],
      kinds: below ? ['formal'] : ['formal', 'temporary', 'dual', 'group', 'team'],
      name: name ?? null,
      withoutDoor: withoutDoor ?? false,
      after: cursor === undefined ? null : readCursor(cursor),
      limit: PAGE + 1,
      today: actor.today,
    });
    const page = people.slice(0, PAGE);
    const last = page.at(-1);
    return {
      people: page.map(({ postPlaces, ...one }) => ({
        ...one,
        mayIssueCard: mayIssueCardTo(actor, { ...one, postPlaces }) !== null,
      })),
      next: people.length > PAGE && last ? `${last.memberId}|${last.name}` : null,
    };
  },
  auditSubject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
});

function readCursor(cursor: string): { name: string; memberId: string } {
  const [, memberId, name] = /^([0-9a-f-]{36})\|(.+)$/.exec(cursor) ?? [];
  if (
    memberId === undefined ||
    name === undefined ||
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(memberId)
  )
    throw new AppError('bad_input', 'cursor');
  return { memberId, name };
}
