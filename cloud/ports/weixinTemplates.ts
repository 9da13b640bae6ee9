import { isReminderKind, type ReminderKind } from '../../src/domain/reminder/kinds';
import type { MessageTemplate, WeixinSettings } from './weixin';

/** Templates by `appid/kind`. */
export type TemplateTable = ReadonlyMap<string, MessageTemplate>;

const ENTRY = /^(wx[0-9a-f]{16}):([a-z]+):([\w-]{20,64}):(thing\d{1,2}):(time\d{1,2}|date\d{1,2})$/;

/**
 * Reads `WEIXIN_TEMPLATES=appid:kind:template:thing1:time2,…`: which template of the console serves which kind of
 * reminder, and which of its fields take the subject and the time. `complain` hears of every entry that does not fit.
 */
export function readTemplates(text: string, complain: (entry: string) => void): TemplateTable {
  const table = new Map<string, MessageTemplate>();
  for (const entry of text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, appid, kind = '', id = '', subjectField = '', timeField = ''] = ENTRY.exec(entry) ?? [];
    if (appid !== undefined && isReminderKind(kind)) {
      table.set(keyOf(appid, kind), { id, subjectField, timeField });
    } else {
      complain(entry);
    }
  }
  return table;
}

/** The settings of a deployment. */
export function weixinSettings(asksPhone: boolean, templates: TemplateTable): WeixinSettings {
  return { asksPhone, templateOf: (appid, kind) => templates.get(keyOf(appid, kind)) ?? null };
}

function keyOf(appid: string, kind: ReminderKind): string {
  return `${appid}/${kind}`;
}
