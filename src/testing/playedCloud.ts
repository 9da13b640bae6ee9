import { sentenceOf } from '../contract/errors';
import type { Input, OperationName, Output } from '../contract/operations';
import type { CallOptions } from '../platform/callCloud';
import { CloudError, type CloudErrorCode, offlineSentence } from '../platform/cloudError';
import { noteNetwork } from '../platform/network';
import { signal } from '../platform/signal';

/**
 * Stand-in for `platform/callCloud` in tests of screens:
 * `jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));`
 * A test says with `play` how the cloud answers; what nobody played is refused, so that no call goes unnoticed.
 */
type Player<N extends OperationName> = (input: Input<N>) => Output<N> | Promise<Output<N>>;

const players = new Map<OperationName, (input: never) => unknown>();

/** Every call since the last `resetCloud`, in order. */
export const calls: { name: OperationName; input: unknown; mutationId: string | undefined }[] = [];

export const tooOld = signal(false);
export const strangerCalls = signal(0);

let isNetworkLost = false;

/** The cloud forgets what was played; the network is there. */
export function resetCloud(): void {
  players.clear();
  calls.length = 0;
  findNetwork();
}

/** From now on no call reaches the cloud. */
export function loseNetwork(): void {
  isNetworkLost = true;
}

/** The network is back, and the device notices. */
export function findNetwork(): void {
  isNetworkLost = false;
  noteNetwork();
}

/** From now on the cloud answers `name` so: with a value, or by a function of the input (which may throw `refusal`). */
export function play<N extends OperationName>(name: N, answer: Output<N> | Player<N>): void {
  players.set(name, typeof answer === 'function' ? (answer as (input: never) => unknown) : () => answer);
}

/** A coded refusal with the sentence of the contract, or no network. */
export function refusal(code: CloudErrorCode): CloudError {
  return new CloudError(code, code === 'offline' ? offlineSentence : sentenceOf(code));
}

/** The inputs that `name` was called with. */
export function inputsOf<N extends OperationName>(name: N): Input<N>[] {
  return calls.filter((call) => call.name === name).map((call) => call.input as Input<N>);
}

export async function callCloud<N extends OperationName>(
  name: N,
  input: Input<N>,
  options: CallOptions = {},
): Promise<Output<N>> {
  if (isNetworkLost) throw refusal('offline');
  calls.push({ name, input, mutationId: options.mutationId });
  const player = players.get(name);
  if (!player) throw new Error(`nobody plays ${name}`);
  return (await player(input as never)) as Output<N>;
}
