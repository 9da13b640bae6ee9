import type { Input, OperationName, Output } from '../contract/operations';
import { announce } from './announce';
import { callCloud } from './callCloud';
import { now } from './clock';
import { asCloudError, CloudError } from './cloudError';
import { backoffMs, lineOf, nextPlace, outcomeOf, type WaitingMutation } from './mutationQueue';
import { networkReturns } from './network';
import { newMutationId } from './newMutationId';
import { ownerOf, session } from './session';
import { signal } from './signal';
import { forget, store, stored, storedKeys } from './storage';

/**
 * What may wait on the phone: a person's own marks and answers. Never votes, passphrases, or what
 * needs an answer at once.
 */
export type Queueable = Extract<
  OperationName,
  | 'study.mark'
  | 'study.unmark'
  | 'study.bookmark'
  | 'study.saveNote'
  | 'study.answerCheck'
  | 'quiz.answer'
  | 'quiz.handIn'
  | 'task.finish'
  | 'feedback.reportFault'
>;

export type Sent<N extends Queueable> =
  | { status: 'done'; output: Output<N> }
  /** Kept on this device; it will be sent by itself. */
  | { status: 'waiting' };

type Settled = { kind: 'done'; output: unknown } | { kind: 'refused'; error: CloudError };

const prefix = 'queue.';

/** How many mutations of the signed-in member still wait on this device. */
export const waitingCount = signal(0);

/** Whether what waits does so for a network (so said at first), or for the service behind it. */
export const isWaitingForNetwork = signal(true);

/** Screens that wait for their mutation's answer, by its place. */
const waiters = new Map<string, (settled: Settled) => void>();
let flushing: Promise<void> | undefined;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Sends a mutation, or keeps it for later when there is no network or the cloud is down. It is stored
 * before it is sent, so a crash loses nothing, and sent under one mutationId, so nothing happens twice.
 * Rejects with a `CloudError` when the cloud refuses it, or when it could neither be sent nor stored.
 */
export async function sendOrQueue<N extends Queueable>(name: N, input: Input<N>): Promise<Sent<N>> {
  const owner = currentOwner();
  if (!owner) throw new CloudError('not_signed_in', '请先登录');
  const place = nextPlace(now().getTime(), storedKeys(prefix).pop()?.slice(prefix.length));
  const mutation: WaitingMutation = { place, owner, name, input, mutationId: newMutationId() };
  if (!store(prefix + place, mutation))
    return { status: 'done', output: await callCloud(name, input, mutation) };

  let settled: Settled | undefined;
  waiters.set(place, (result) => {
    settled = result;
  });
  await flush();
  waiters.delete(place);
  // Assigned in the callback above, which the compiler does not follow.
  const result = settled as Settled | undefined;
  if (result?.kind === 'refused') throw result.error;
  return result ? { status: 'done', output: result.output as Output<N> } : { status: 'waiting' };
}

/** One thing that waits, under its operation's name. */
export type Waiting = { [N in Queueable]: { name: N; input: Input<N> } }[Queueable];

/** What waits for the signed-in member, first come first: screens show it as done on this device. */
export function waitingLine(): Waiting[] {
  // Only `sendOrQueue` stores them, and it takes nothing else.
  return ownLine().map(({ name, input }) => ({ name, input }) as Waiting);
}

/** Sends what waits for the signed-in member; for when the app comes to the front. Never rejects. */
export async function flushQueue(): Promise<void> {
  if (ownLine().length > 0) await flush();
  else waitingCount.set(0);
}

/** Begins to send by itself: when the network returns and when a member signs in. Called once by the app. */
export function watchQueue(): void {
  networkReturns.subscribe(() => void flushQueue());
  session.subscribe(() => void flushQueue());
}

/** One flush at a time: the second caller waits for the first, then sends what is left. */
async function flush(): Promise<void> {
  while (flushing) await flushing;
  flushing = exclusively(sendInOrder).finally(() => {
    flushing = undefined;
    waitingCount.set(ownLine().length);
  });
  await flushing;
}

/** Sends one after the other and stops at the first that must wait. */
async function sendInOrder(): Promise<void> {
  clearTimeout(timer);
  const owner = currentOwner();
  const hasOld = ownLine().some(({ place }) => !waiters.has(place));
  if (!owner || (hasOld && !(await isStillSignedIn(owner)))) return;
  for (let next = ownLine()[0]; next && currentOwner() === owner; next = ownLine()[0]) {
    const settled = await attempt(next);
    if (!settled) {
      failures += 1;
      timer = setTimeout(() => void flushQueue(), backoffMs(failures));
      return;
    }
    failures = 0;
    forget(prefix + next.place);
    const waiter = waiters.get(next.place);
    if (waiter) waiter(settled);
    else if (settled.kind === 'refused') announce(settled.error.message);
  }
}

/** The answer to one mutation, or undefined when it must wait. */
async function attempt(mutation: WaitingMutation): Promise<Settled | undefined> {
  try {
    const name = mutation.name as Queueable;
    const output = await callCloud(name, mutation.input as Input<Queueable>, mutation);
    return { kind: 'done', output };
  } catch (failure) {
    const error = asCloudError(failure);
    if (outcomeOf(error).kind === 'refused') return { kind: 'refused', error };
    isWaitingForNetwork.set(error.code === 'offline');
    return undefined;
  }
}

/** Another window may have signed somebody else in under this browser's cookie: old things ask first. */
async function isStillSignedIn(owner: string): Promise<boolean> {
  try {
    const { me } = await callCloud('identity.me', {});
    return ownerOf(me) === owner;
  } catch (failure) {
    if (!asCloudError(failure).retryable) return false;
    failures += 1;
    timer = setTimeout(() => void flushQueue(), backoffMs(failures));
    return false;
  }
}

/** Two windows of one browser do not send at the same time where the browser can prevent it. */
async function exclusively(work: () => Promise<void>): Promise<void> {
  const locks = process.env.TARO_ENV === 'weapp' ? undefined : navigator.locks;
  if (locks) await locks.request('morning-study-queue', work);
  else await work();
}

function currentOwner(): string | undefined {
  const current = session.get();
  return current.status === 'signedIn' ? ownerOf(current.me) : undefined;
}

function ownLine(): WaitingMutation[] {
  const owner = currentOwner();
  if (!owner) return [];
  const all = storedKeys(prefix).map((key) => stored<WaitingMutation>(key));
  return lineOf(
    all.filter((one) => one !== undefined),
    owner,
  );
}
