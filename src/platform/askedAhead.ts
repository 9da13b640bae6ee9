import { build } from './buildSettings';
import { byFetch } from './byFetch';

/** One read that was sent before the screen that needs it stood. */
interface AskedAhead {
  question: string;
  reply: Promise<unknown>;
}

let asked: AskedAhead | undefined;

/**
 * Sends a read from a browser before its screen stands; whoever calls the same first gets this reply. Only for what
 * nothing but the session decides: it is sent once and replaces what nobody has come for.
 */
export function askAhead(operation: string, input: unknown): void {
  const reply = byFetch(operation, { input, build });
  // Nobody may come for it, and a failure that nobody hears is no fault.
  reply.catch(() => undefined);
  asked = { question: JSON.stringify([operation, input]), reply };
}

/** The reply on its way to exactly this question, given once; undefined when nothing of the kind was asked. */
export function takeAhead(operation: string, input: unknown): Promise<unknown> | undefined {
  if (asked?.question !== JSON.stringify([operation, input])) return undefined;
  const { reply } = asked;
  asked = undefined;
  return reply;
}

/** Lets it go: another person uses this device now, whom the answer does not concern. */
export function forgetAhead(): void {
  asked = undefined;
}
