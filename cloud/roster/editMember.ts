import { tidyName } from '../../src/domain/roster/tidyName';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayEditPerson } from '../policies/roster';
import { addNotice } from '../reminder/addNotice';
import { setMobileIndex } from './doorsRepository';
import { findPerson, updatePerson } from './personRepository';
import { requireVersion } from './requireVersion';
import { openField, sealField } from './sealedFields';

/**
 * Corrects what stands in the roster of a present member. A changed mobile
 * number changes the door that opens with it, so its owner is told.
 */
export const editMember = memberUseCase('roster.editMember')({
  policy: whoeverMay('roster.edit'),
  subject: ({ trx, actor }, { memberId }) =>
    findPerson(trx, actor.tenantId, memberId, actor.today, { lock: true }),
  subjectPolicy: (actor, person) => mayEditPerson(actor, person),
  run: async (context, input, person) => {
    const { trx, actor, ports } = context;
    requireVersion(person, input.version);
    if (person.status !== 'active' && person.status !== 'suspended') throw new AppError('wrong_state');
    const holder = { tenantId: actor.tenantId, memberId: person.memberId };
    const votes = input.kind === 'full' && input.status === 'active';
    const version = await updatePerson(trx, actor.tenantId, person, {
      name: tidyName(input.name),
      kind: input.kind,
      status: input.status,
      leading_cadre: input.leadingCadre,
      voting_right: votes,
      no_vote_reason: votes ? null : input.kind === 'probationary' ? '预备党员' : '停止党籍',
      joined_on_sealed: sealField(ports, holder, 'joined_on_sealed', input.joinedOn),
      full_since_sealed: sealField(ports, holder, 'full_since_sealed', input.fullSince),
      ...(input.mobile === undefined
        ? {}
        : { mobile_sealed: sealField(ports, holder, 'mobile_sealed', input.mobile) }),
    });
    const known = openField(ports, holder, 'mobile_sealed', person.mobileSealed);
    if (input.mobile !== undefined && input.mobile !== known) {
      const index = input.mobile && ports.keyring.mac('blindIndex', input.mobile).toString('base64url');
      await setMobileIndex(trx, holder, index);
      if (person.memberId !== actor.memberId) {
        await addNotice(context, person.memberId, '名册里您的手机号改过了。不是您要改的，请告诉支部书记');
      }
    }
    return { version };
  },
  auditSubject: ({ memberId }) => ({ kind: 'member', id: memberId }),
});
