import type { Output } from '../contract/operations';
import { forgetAhead } from './askedAhead';
import { callCloud, strangerCalls } from './callCloud';
import { forgetCopies } from './copies';
import { signal } from './signal';
import { forget, store, stored } from './storage';
import { meKey } from './storageKeys';
import { useSignal } from './useSignal';
import { keepWeappToken } from './weappToken';

/** The signed-in person with name, branch and acts, as the cloud describes them. */
export type Me = Output<'identity.me'>['me'];

export type Session =
  /** Not asked yet: draw a skeleton. */
  | { status: 'unknown' }
  | { status: 'signedOut' }
  /** `me` may be the copy of last time until the cloud has answered. */
  | { status: 'signedIn'; me: Me };

/** Who uses this device now. */
export const session = signal<Session>({ status: 'unknown' });

/** The session, and drawn again when it changes. */
export function useSession(): Session {
  return useSignal(session);
}

/** The signed-in person, or undefined. */
export function useMe(): Me | undefined {
  const current = useSession();
  return current.status === 'signedIn' ? current.me : undefined;
}

/** Whether a screen offers what needs this act (`study.review`). The cloud decides again each time. */
export function may(me: Me | undefined, act: string): boolean {
  return me?.acts.includes(act) ?? false;
}

/** Whose things are whose on a shared device: queue and stored copies belong to one person of one bureau. */
export function ownerOf(me: Me): string {
  return `${me.tenantId}/${me.memberId}`;
}

/** Remembers who signed in; called with what `identity.signIn`, `activate`, `stepInto` … returned. */
export function adoptMe(me: Me, token: string | null = null): void {
  const before = stored<Me>(meKey);
  if (before && ownerOf(before) !== ownerOf(me)) forgetCopies();
  const current = session.get();
  const isSame = current.status === 'signedIn' && ownerOf(current.me) === ownerOf(me);
  if (current.status !== 'unknown' && !isSame) forgetAhead();
  keepWeappToken(token);
  store(meKey, me);
  session.set({ status: 'signedIn', me });
}

/** The cloud knows nobody here (any more): stored copies go, the queue stays for its owner. */
export function adoptNobody(): void {
  forget(meKey);
  forgetCopies();
  forgetAhead();
  session.set({ status: 'signedOut' });
}

/**
 * Finds out who is signed in: at once from the last time, so that reading works without network, then
 * from the cloud. Never fails; without an answer the last known stands.
 */
export function openSession(): Promise<void> {
  opening ??= open().finally(() => {
    opening = undefined;
  });
  return opening;
}

/** Several refused calls at once ask once. */
let opening: Promise<void> | undefined;

/** Begins to ask again who is signed in whenever a call is refused for want of that; called once by the app. Returns the way to stop. */
export function watchSession(): () => void {
  return strangerCalls.subscribe(() => void openSession());
}

async function open(): Promise<void> {
  const last = stored<Me>(meKey);
  if (last) session.set({ status: 'signedIn', me: last });
  try {
    const { me } = await callCloud('identity.welcome', {});
    if (me) adoptMe(me);
    else adoptNobody();
  } catch {
    if (!last) session.set({ status: 'signedOut' });
  }
}

/** Signs out in the cloud and here. Rejects (still signed in) when the cloud cannot be reached. */
export async function signOut(): Promise<void> {
  await callCloud('identity.signOut', {});
  adoptNobody();
}
