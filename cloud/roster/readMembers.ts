import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { mayIssueCardTo } from '../policies/roster';
import { findOrganisation, listMembers } from './rosterRepository';

/** The roster of one organisation: a named view of others, so it is audited. */
export const readMembers = memberUseCase('roster.members')({
  policy: whoeverMay('roster.view'),
  subject: ({ trx, actor }, { organisationId }) => findOrganisation(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, organisation) => hatFor(actor, 'roster.view', organisation),
  audited: true,
  run: async ({ trx, actor }, _input, organisation) => {
    const members = await listMembers(trx, actor.tenantId, organisation.organisationId, actor.today);
    return {
      organisationName: organisation.name,
      members: members.map(({ postPlaces, ...member }) => ({
        ...member,
        mayIssueCard: mayIssueCardTo(actor, { ...organisation, postPlaces }) !== null,
      })),
    };
  },
  auditSubject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
});
