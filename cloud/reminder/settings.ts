import { mayAskAgain } from '../../src/domain/reminder/askAgain';
import { reminderKindNames, reminderKinds } from '../../src/domain/reminder/kinds';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { addConsent, findChoice, findConsents, putChoice, putRefusal } from './choiceRepository';

/** 通知设置: what WeChat may send to the member, when not, and whether the mini-program that asks may ask for a consent. */
export const readSettings = memberUseCase('reminder.settings')({
  policy: anyMember,
  run: async ({ trx, actor, ports }, { appid }) => {
    const choice = await findChoice(trx, actor.tenantId, actor.memberId);
    const consents = await findConsents(trx, actor.tenantId, actor.memberId);
    return {
      kinds: reminderKindNames.map((kind) => {
        const consent = consents.get(kind);
        const template = appid === undefined ? null : ports.weixin.settings.templateOf(appid, kind);
        return {
          kind,
          ...reminderKinds[kind],
          isOn: !choice.off.includes(kind),
          unused: consent?.unused ?? 0,
          templateId: template && mayAskAgain(consent?.refusedOn ?? null, actor.today) ? template.id : null,
          isConfigured: template !== null,
        };
      }),
      quietFrom: choice.quiet.from,
      quietUntil: choice.quiet.until,
    };
  },
});

/** Keeps what may be sent and when not; the last one counts. */
export const saveSettings = memberUseCase('reminder.saveSettings')({
  policy: anyMember,
  run: async ({ trx, actor }, { off, quietFrom, quietUntil }) => {
    const quiet = { from: quietFrom, until: quietUntil };
    await putChoice(trx, actor.tenantId, actor.memberId, { off, quiet });
    return {};
  },
});

/** Keeps the member's answer to WeChat's question: one consent is one message; a refusal keeps its day. */
export const answerConsent = memberUseCase('reminder.consent')({
  policy: anyMember,
  run: async ({ trx, actor }, { kind, answer }) => ({
    unused:
      answer === 'accept'
        ? await addConsent(trx, actor.tenantId, actor.memberId, kind)
        : await putRefusal(trx, actor.tenantId, actor.memberId, kind, actor.today),
  }),
});
