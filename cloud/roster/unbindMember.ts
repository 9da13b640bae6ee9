import { AppError } from '../appError';
import { logSignIn } from '../identity/signInLog';
import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayIssueCardTo } from '../policies/roster';
import { addNotice } from '../reminder/addNotice';
import { closeDoors } from './doorsRepository';
import { findPerson } from './personRepository';

/** Closes every door of a member at once (a lost phone). The member reads why after the next card. */
export const unbindMember = memberUseCase('roster.unbind')({
  policy: whoeverMay('roster.issueCard'),
  subject: ({ trx, actor }, { memberId }) =>
    findPerson(trx, actor.tenantId, memberId, actor.today, { lock: true }),
  subjectPolicy: (actor, person) => mayIssueCardTo(actor, person),
  run: async (context, _input, person) => {
    const { trx, actor, now, ports } = context;
    if (person.status !== 'active' && person.status !== 'suspended') throw new AppError('wrong_state');
    const holder = { tenantId: actor.tenantId, memberId: person.memberId };
    await closeDoors(trx, holder, now);
    await logSignIn(trx, ports, { ...holder, channel: 'h5', event: 'revoked', address: null });
    await addNotice(
      context,
      person.memberId,
      '您的登录和微信绑定由支部停用过一次。不是您要的，请告诉支部书记',
    );
    return {};
  },
  auditSubject: ({ memberId }) => ({ kind: 'member', id: memberId }),
});
