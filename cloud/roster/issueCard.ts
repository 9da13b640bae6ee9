import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import {
  ACTIVATION_DAYS,
  activationCodeOf,
  printActivationCode,
} from '../../src/domain/identity/activationCode';
import { logSignIn } from '../identity/signInLog';
import { type Context, memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { addNotice } from '../reminder/addNotice';
import { findPlacedMember, type PlacedMember } from './rosterRepository';

/**
 * Issues an activation card. Older cards of the member end. If the member was
 * active, every session, binding and passphrase ends too, and the member finds
 * a notice (who took the phone does not: a new card is needed to read it).
 */
export const issueCard = memberUseCase('roster.issueCard')({
  policy: whoeverMay('roster.issueCard'),
  subject: ({ trx, actor }, { memberId }) => findPlacedMember(trx, actor.tenantId, memberId, actor.today),
  subjectPolicy: (actor, member) => hatFor(actor, 'roster.issueCard', member),
  run: async (context, _input, member) => {
    const { trx, actor, now, ports } = context;
    const key = { tenantId: actor.tenantId, memberId: member.memberId };
    await trx
      .updateTable('gate.activation_code')
      .set({ revoked_at: now })
      .where('tenant_id', '=', key.tenantId)
      .where('member_id', '=', key.memberId)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute();
    const wasActive = await closeEveryDoor(context, key);
    const card = cardOf(context, member);
    await trx
      .insertInto('gate.activation_code')
      .values({
        code_hash: ports.keyring.mac('activation', card.plain).toString('base64url'),
        tenant_id: key.tenantId,
        member_id: key.memberId,
        issued_at: now,
        expires_at: card.expiresAt,
        used_at: null,
        revoked_at: null,
      })
      .execute();
    await logSignIn(trx, ports, { ...key, channel: 'h5', event: 'cardIssued', address: null });
    if (wasActive) {
      await addNotice(
        context,
        key.memberId,
        '您的激活卡重发了一张，原来的登录已停用。不是您要的，请告诉支部书记',
      );
    }
    return card.output;
  },
  // The code is derived from the mutation, so a repeated call says it again and no receipt holds it.
  replay: async (context, { memberId }) => {
    const member = await findPlacedMember(context.trx, context.actor.tenantId, memberId, context.actor.today);
    if (!member) throw new Error('the member of a repeated card is gone');
    return cardOf(context, member).output;
  },
  auditSubject: ({ memberId }) => ({ kind: 'member', id: memberId }),
});

async function closeEveryDoor(
  { trx }: Context,
  { tenantId, memberId }: { tenantId: string; memberId: string },
): Promise<boolean> {
  const bindings = await trx
    .deleteFrom('gate.binding')
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .returning('openid')
    .execute();
  await trx
    .deleteFrom('gate.session')
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .execute();
  const logins = await trx
    .updateTable('gate.login')
    .set({ passphrase_hash: null })
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .where('passphrase_hash', 'is not', null)
    .returning('login_name')
    .execute();
  return bindings.length + logins.length > 0;
}

function cardOf(context: Context, member: PlacedMember) {
  const { ports, actor, mutationId, now } = context;
  const secret = ports.keyring.mac('activation', `card|${actor.tenantId}|${member.memberId}|${mutationId}`);
  const plain = activationCodeOf(secret);
  const expiresAt = new Date(now.getTime() + ACTIVATION_DAYS * 86_400_000);
  return {
    plain,
    expiresAt,
    output: {
      name: member.name,
      loginName: member.loginName,
      code: printActivationCode(plain),
      expiresOn: shanghaiDay(expiresAt),
    },
  };
}
