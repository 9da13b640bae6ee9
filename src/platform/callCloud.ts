import { type ErrorCode, errorTable } from '../contract/errors';
import type { Input, OperationName, Output } from '../contract/operations';
import { takeAhead } from './askedAhead';
import { build, cloudEnvironment } from './buildSettings';
import { CloudError, unavailable } from './cloudError';
import { signal } from './signal';
import { transport } from './transport';
import { renewWeappToken, weappToken } from './weappToken';

/** True once the server has refused this build; the app then shows only the way to update. */
export const tooOld = signal(false);

/** Counts the calls that were refused because the cloud does not know who asks; `session.ts` listens. */
export const strangerCalls = signal(0);

export interface CallOptions {
  /** Names one mutation, so that a repeated call acts once (`newMutationId`). Operations of kind `write` need it. */
  mutationId?: string;
}

/**
 * Calls one operation of the contract. Resolves with its output; rejects with a `CloudError` whose
 * message is the sentence to show. Reads and repeated mutations may be called again at will.
 */
export async function callCloud<N extends OperationName>(
  name: N,
  input: Input<N>,
  options: CallOptions = {},
): Promise<Output<N>> {
  try {
    return await callRenewing(name, input, options);
  } catch (error) {
    if (error instanceof CloudError && error.asksWho) strangerCalls.set(strangerCalls.get() + 1);
    throw error;
  }
}

async function callRenewing<N extends OperationName>(
  name: N,
  input: Input<N>,
  options: CallOptions,
): Promise<Output<N>> {
  try {
    return await callOnce(name, input, options);
  } catch (error) {
    const isTokenGone = error instanceof CloudError && error.code === 'not_signed_in';
    if (
      process.env.TARO_ENV === 'weapp' &&
      !cloudEnvironment &&
      isTokenGone &&
      name !== 'identity.weixinSignIn'
    ) {
      // A self-hosted mini-program's token lapses; WeChat vouches for the person again, unasked.
      await renewWeappToken();
      return callOnce(name, input, options);
    }
    throw error;
  }
}

async function callOnce<N extends OperationName>(
  name: N,
  input: Input<N>,
  options: CallOptions,
): Promise<Output<N>> {
  const reply = await (takeAhead(name, input) ??
    transport(name, { input, mutationId: options.mutationId, build }, weappToken()));
  if (isRecord(reply) && reply.ok === true) return reply.data as Output<N>;
  if (isRecord(reply) && reply.ok === false && isRecord(reply.error)) throw refusal(reply.error);
  throw unavailable();
}

function refusal({ code, message, requestId }: Record<string, unknown>): CloudError {
  if (code === 'client_too_old') tooOld.set(true);
  // A newer server may know codes that this build does not: its sentence is shown all the same.
  const known = typeof code === 'string' && code in errorTable ? (code as ErrorCode) : 'bad_input';
  return new CloudError(
    known,
    typeof message === 'string' ? message : errorTable[known].sentence,
    typeof requestId === 'string' ? requestId : undefined,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
