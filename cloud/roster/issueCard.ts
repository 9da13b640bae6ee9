import { logSignIn } from '../identity/signInLog';
import { type Context, memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayIssueCardTo } from '../policies/roster';
import { addNotice } from '../reminder/addNotice';
import { activationCardOf, putCardInForce } from './activationCard';
import { closeDoors } from './doorsRepository';
import { findPlacedMember, type PlacedMember } from './rosterRepository';

/**
 * Issues an activation card. Older cards of the member end. If the member was
 * active, every session, binding and passphrase ends too, and the member finds
 * a notice (who took the phone does not: a new card is needed to read it).
 */
export const issueCard = memberUseCase('roster.issueCard')({
  policy: whoeverMay('roster.issueCard'),
  subject: ({ trx, actor }, { memberId }) => findPlacedMember(trx, actor.tenantId, memberId, actor.today),
  subjectPolicy: (actor, member) => mayIssueCardTo(actor, member),
  run: async (context, _input, member) => {
    const { trx, actor, now, ports } = context;
    const holder = { tenantId: actor.tenantId, memberId: member.memberId };
    const wasActive = await closeDoors(trx, holder, now);
    const card = cardFor(context, member);
    await putCardInForce(trx, holder, card, now);
    await logSignIn(trx, ports, { ...holder, channel: 'h5', event: 'cardIssued', address: null });
    if (wasActive) {
      const text = '您的激活卡重发了一张，原来的登录已停用。不是您要的，请告诉支部书记';
      await addNotice(context, holder.memberId, text);
    }
    return { name: member.name, loginName: member.loginName, code: card.printed, expiresOn: card.expiresOn };
  },
  // The code follows from the mutation, so a repeated call says it again and no receipt holds it.
  replay: async (context, { memberId }) => {
    const member = await findPlacedMember(context.trx, context.actor.tenantId, memberId, context.actor.today);
    if (!member) throw new Error('the member of a repeated card is gone');
    const card = cardFor(context, member);
    return { name: member.name, loginName: member.loginName, code: card.printed, expiresOn: card.expiresOn };
  },
  auditSubject: ({ memberId }) => ({ kind: 'member', id: memberId }),
});

function cardFor({ ports, actor, mutationId, now }: Context, { memberId }: PlacedMember) {
  return activationCardOf(ports, `${actor.tenantId}|${memberId}|${mutationId}`, now);
}
