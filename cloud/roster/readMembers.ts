import { mayAt } from '../../src/domain/roster/acts';
import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { findOrganisation, listMembers } from './rosterRepository';

/** The roster of one organisation: a named view of others, so it is audited. */
export const readMembers = memberUseCase('roster.members')({
  policy: whoeverMay('roster.view'),
  subject: ({ trx, actor }, { organisationId }) => findOrganisation(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, organisation) => hatFor(actor, 'roster.view', organisation),
  audited: true,
  run: async ({ trx, actor }, _input, organisation) => {
    const members = await listMembers(trx, actor.tenantId, organisation.organisationId, actor.today);
    const mayIssueCard = mayAt(actor.held, 'roster.issueCard', organisation);
    return {
      organisationName: organisation.name,
      members: members.map((member) => ({ ...member, mayIssueCard })),
    };
  },
  auditSubject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
});
