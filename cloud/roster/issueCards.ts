import { logSignIn } from '../identity/signInLog';
import { type Context, memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { mayIssueCardTo } from '../policies/roster';
import { activationCardOf, putCardInForce } from './activationCard';
import { findActivated, findCardHashes } from './doorsRepository';
import { findPlacedMembers, type PlacedMember } from './rosterRepository';

/**
 * Cards in one go for those who have not used one. Who has keeps the own doors
 * and is named in `skipped`: replacing a card in use is `roster.issueCard`, one
 * person at a time. All or nothing.
 */
export const issueCards = memberUseCase('roster.issueCards')({
  policy: whoeverMay('roster.issueCard'),
  subject: async ({ trx, actor }, { memberIds }) => {
    const wanted = [...new Set(memberIds)];
    const found = await findPlacedMembers(trx, actor.tenantId, wanted, actor.today);
    return found.length === wanted.length ? found : null;
  },
  subjectPolicy: (actor, members) => {
    const hats = members.map((member) => mayIssueCardTo(actor, member));
    return hats.every((hat) => hat !== null) ? (hats[0] ?? null) : null;
  },
  run: async (context, _input, members) => {
    const { trx, actor, now, ports } = context;
    const ids = members.map((member) => member.memberId);
    const activated = await findActivated(trx, actor.tenantId, ids);
    const waiting = members.filter((member) => !activated.has(member.memberId));
    for (const member of waiting) {
      const holder = { tenantId: actor.tenantId, memberId: member.memberId };
      await putCardInForce(trx, holder, cardFor(context, member), now);
      await logSignIn(trx, ports, { ...holder, channel: 'h5', event: 'cardIssued', address: null });
    }
    return {
      cards: waiting.map((member) => lineOf(context, member)),
      skipped: members
        .filter((member) => activated.has(member.memberId))
        .map(({ memberId, name }) => ({ memberId, name })),
    };
  },
  // Codes follow from the mutation, so a repeated call says them again and no receipt holds them. Which of them were
  // issued is read from the hashes in force: who used the card meanwhile is activated by now.
  replay: async (context, { memberIds }) => {
    const { trx, actor } = context;
    const members = await findPlacedMembers(trx, actor.tenantId, [...new Set(memberIds)], actor.today);
    const hashOf = (member: PlacedMember) => cardFor(context, member).hash;
    const issued = await findCardHashes(trx, actor.tenantId, members.map(hashOf));
    return {
      cards: members.filter((member) => issued.has(hashOf(member))).map((member) => lineOf(context, member)),
      skipped: members
        .filter((member) => !issued.has(hashOf(member)))
        .map(({ memberId, name }) => ({ memberId, name })),
    };
  },
});

function cardFor({ ports, actor, mutationId, now }: Context, { memberId }: PlacedMember) {
  return activationCardOf(ports, `${actor.tenantId}|${memberId}|${mutationId}`, now);
}

function lineOf(context: Context, member: PlacedMember) {
  const card = cardFor(context, member);
  return {
    memberId: member.memberId,
    name: member.name,
    organisationName: member.organisationName,
    loginName: member.loginName,
    code: card.printed,
    expiresOn: card.expiresOn,
  };
}
