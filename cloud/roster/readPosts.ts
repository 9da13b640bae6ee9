import { addDays } from '../../src/domain/calendar/shanghai';
import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { findPlacedOrganisation } from './organisationRepository';
import { postLineOf } from './postLine';
import { findPostsAt } from './postRepository';

/** Terms that ended within the last year are still of interest to who takes over. */
const PAST_DAYS = 365;

/** Who holds which post in an organisation. A named view of others, so it is audited. */
export const readPosts = memberUseCase('roster.posts')({
  policy: whoeverMay('roster.view'),
  subject: ({ trx, actor }, { organisationId }) =>
    findPlacedOrganisation(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, organisation) => hatFor(actor, 'roster.view', organisation),
  audited: true,
  run: async ({ trx, actor }, _input, organisation) => {
    const since = addDays(actor.today, -PAST_DAYS);
    const entries = await findPostsAt(trx, actor.tenantId, organisation.organisationId, since);
    return {
      posts: entries.map((entry) => ({
        // The button is a hint only: ending is judged again, with the place of the person.
        ...postLineOf(actor, entry, organisation),
        memberId: entry.memberId,
        memberName: entry.memberName,
      })),
    };
  },
  auditSubject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
});
