import { oldestBuild } from '../../src/contract/build';
import { type ErrorCode, sentenceOf } from '../../src/contract/errors';
import {
  type FunctionEvent,
  functionFor,
  MAX_BODY_BYTES,
  type WireReply,
} from '../../src/contract/transport';
import type { Dispatch } from '../dispatch';
import { createDispatch } from '../dispatch';
import { systemClock } from '../ports/clock';
import { consoleLog } from '../ports/log';
import { newId } from '../ports/newId';
import { systemRandom } from '../ports/random';
import { useCases } from '../useCases';
import { type Instance, whenReady } from './instance';
import { readPlatformCaller } from './platformCaller';

/** A cloud function's handler; it answers and never rejects. */
export type Handler = (event: unknown) => Promise<WireReply>;

const REFUSALS = { lent: 'app_not_configured', http: 'wrong_origin', unknown: 'not_signed_in' } as const;

/**
 * The handler of the cloud function `name`: the platform's identity and dispatch. Refuses operations of the other
 * function, HTTP events, callers lent by other mini-programs, and whoever the platform does not name.
 */
export function createEntry(name: 'api' | 'files'): Handler {
  let serving: { instance: Instance; dispatch: Dispatch } | undefined;
  return async (event) => {
    // Before anything waits: the variables are this call's only until then.
    const caller = readPlatformCaller(event, process.env);
    if (caller.kind === 'refused') return refuse(REFUSALS[caller.because]);
    if (caller.kind === 'timer') return refuse('not_signed_in');
    const { operation, input, mutationId, build } = (event ?? {}) as Partial<FunctionEvent>;
    if (typeof operation !== 'string' || functionFor(operation) !== name) return refuse('unknown_operation');
    if (Buffer.byteLength(JSON.stringify(event)) > MAX_BODY_BYTES) return refuse('body_too_large');
    try {
      const instance = await whenReady();
      if (serving?.instance !== instance) {
        const { db, ports, demo } = instance;
        serving = { instance, dispatch: createDispatch({ db, ports, useCases, demo, oldestBuild }) };
      }
      const { appid, openid, address } = caller;
      const { reply } = await serving.dispatch({
        operation,
        input,
        mutationId,
        build,
        caller: { channel: 'weapp', platform: { appid, openid }, sessionToken: null, address },
      });
      return reply;
    } catch (error) {
      consoleLog.error('function failed', error, { function: name });
      return refuse('unavailable');
    }
  };
}

function refuse(code: ErrorCode): WireReply {
  const requestId = newId(systemClock, systemRandom);
  return { ok: false, error: { code, message: sentenceOf(code), requestId } };
}
