import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { AppError } from '../appError';
import { inTenant } from '../database/tenantTransaction';
import { type DoorContext, doorUseCase } from '../operation';
import { demoShoes } from './demoShoes';
import { identify, sessionHashes } from './identify';
import { findBindings, findSessionOpenid, loadActor } from './identityRepository';
import { loadMe, type Me } from './loadMe';

/** What the entry page needs to know: who is asking if known, the bureaus to choose from, the demo's pairs of shoes. */
export const welcome = doorUseCase('identity.welcome')({
  policy: () => true,
  run: async (context) => {
    const person = await whoIsIt(context);
    return {
      output: {
        me: person.me,
        choices: person.choices,
        demo: context.demo
          ? { shoes: demoShoes.map(({ shoe, name, title, tryThis }) => ({ shoe, name, title, tryThis })) }
          : null,
        hostUnit: person.hostUnit,
        phoneDoor: context.caller.channel === 'weapp' && context.ports.weixin.settings.asksPhone,
      },
    };
  },
});

interface Person {
  me: Me | null;
  choices: { tenantId: string; tenantName: string }[];
  hostUnit: string | null;
}

async function whoIsIt(context: DoorContext): Promise<Person> {
  const { db, ports, caller, now } = context;
  const nobody: Person = { me: null, choices: [], hostUnit: null };
  try {
    const known = await identify(db, ports, caller, now);
    return await inTenant(db, known.tenantId, async (trx) => {
      const actor = await loadActor(trx, known, shanghaiDay(now));
      if (!actor) return nobody;
      const setting = await trx
        .selectFrom('bureau_setting')
        .select('host_unit')
        .where('tenant_id', '=', known.tenantId)
        .executeTakeFirst();
      return {
        me: await loadMe(trx, actor, context.demo),
        choices: [],
        hostUnit: setting?.host_unit ?? null,
      };
    });
  } catch (error) {
    const code = error instanceof AppError ? error.code : null;
    // A self-hosted mini-program whose token lapsed, or that has none yet, asks WeChat again who it is, unasked.
    if (code === 'not_signed_in' && caller.channel === 'h5') return nobody;
    if (code === 'not_activated') return nobody;
    // The demo's people are made up: any mini-program may show them, registered or not.
    if (code === 'app_not_configured' && context.demo) return nobody;
    if (code === 'bureau_not_chosen') return { ...nobody, choices: await choicesOf(context) };
    throw error;
  }
}

async function choicesOf({ db, ports, caller, now }: DoorContext): Promise<Person['choices']> {
  const openid =
    caller.platform ??
    (caller.sessionToken
      ? await findSessionOpenid(db, sessionHashes(ports, caller.sessionToken), now)
      : null);
  if (!openid) return [];
  const bindings = await findBindings(db, openid.appid, openid.openid);
  return bindings.map(({ tenantId, tenantName }) => ({ tenantId, tenantName }));
}
