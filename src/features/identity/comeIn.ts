import { startAtEntry } from '../../platform/entryLink';
import { replaceWith } from '../../platform/routes';
import { adoptMe, type Me } from '../../platform/session';

/** What a door gives back: who came in, and where no cookie is kept a token. */
export interface Opened {
  me: Me;
  token?: string | null;
}

/** Remembers who came in through a door, and goes on. */
export function comeIn({ me, token = null }: Opened): void {
  adoptMe(me, token);
  goOn(me);
}

/**
 * The next screen for somebody signed in: the separate consent if it has never been asked (PIPL art. 29;
 * the demo's made-up people need not be asked), else what the card in
 * the group leads to, else 晨学.
 */
export function goOn(me: Me): void {
  if (isAskedFirst(me)) replaceWith('consent', { first: 'yes' });
  else void startAtEntry();
}

/** Whether the separate consent has to be asked before anything else; the demo's made-up people need not be asked. */
export function isAskedFirst(me: Me): boolean {
  return me.consent === null && !me.demo;
}
