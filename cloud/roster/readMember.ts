import { maskMobile } from '../../src/domain/roster/maskMobile';
import { memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { mayEditPerson, mayIssueCardTo } from '../policies/roster';
import { findBelongings } from './belongingRepository';
import { findActivated } from './doorsRepository';
import { findMarks, findPerson } from './personRepository';
import { postLineOf } from './postLine';
import { findPostsOf } from './postRepository';
import { openField } from './sealedFields';

/** One person's entry: a named view of sensitive data, so it is audited; dates are opened for whoever may edit them. */
export const readMember = memberUseCase('roster.member')({
  policy: whoeverMay('roster.view'),
  subject: ({ trx, actor }, { memberId }) => findPerson(trx, actor.tenantId, memberId, actor.today),
  subjectPolicy: (actor, person) => hatFor(actor, 'roster.view', person),
  audited: true,
  run: async ({ trx, actor, ports }, _input, person) => {
    const { tenantId } = actor;
    const { memberId } = person;
    const holder = { tenantId, memberId };
    const isPresent = person.status === 'active' || person.status === 'suspended';
    const mayEdit = isPresent && mayEditPerson(actor, person) !== null;
    const date = (column: 'joined_on_sealed' | 'full_since_sealed', sealed: string | null) =>
      mayEdit ? openField(ports, holder, column, sealed) : null;
    const mobile = mayEdit ? openField(ports, holder, 'mobile_sealed', person.mobileSealed) : null;
    const activated = await findActivated(trx, tenantId, [memberId]);
    const posts = await findPostsOf(trx, tenantId, memberId);
    return {
      memberId,
      version: person.version,
      name: person.name,
      loginName: person.loginName,
      kind: person.kind,
      status: person.status,
      leavesOn: person.leavesOn,
      leadingCadre: person.leadingCadre,
      mobileMasked: mobile === null ? null : maskMobile(mobile),
      joinedOn: date('joined_on_sealed', person.joinedOnSealed),
      fullSince: date('full_since_sealed', person.fullSinceSealed),
      marks: await findMarks(trx, tenantId, memberId),
      belongings: await findBelongings(trx, tenantId, memberId),
      posts: posts.map((entry) => postLineOf(actor, entry, person)),
      activated: activated.has(memberId),
      mayEdit,
      mayIssueCard: isPresent && mayIssueCardTo(actor, person) !== null,
    };
  },
  auditSubject: ({ memberId }) => ({ kind: 'member', id: memberId }),
});
