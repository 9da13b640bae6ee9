import type { Input, Output } from '../../contract/operations';
import { callCloud } from '../../platform/callCloud';
import { newMutationId } from '../../platform/newMutationId';
import { askForMessage } from '../../platform/subscribe';

type Kind = Input<'reminder.consent'>['kind'];
export type KindSetting = Output<'reminder.settings'>['kinds'][number];

/**
 * Lets WeChat ask for one message of a kind, and has the answer kept. Call it first in a tap that means it. Resolves
 * with what the person said; null when nothing was asked. An answer that cannot be kept now is lost, which costs one
 * reminder and nobody's time.
 */
export async function askConsent(kind: Kind, templateId: string | null): Promise<'accept' | 'reject' | null> {
  if (templateId === null) return null;
  const answer = await askForMessage(templateId);
  if (answer === null) return null;
  await callCloud('reminder.consent', { kind, answer }, { mutationId: newMutationId() }).catch(
    () => undefined,
  );
  return answer;
}
