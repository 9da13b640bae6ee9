import type { Dispatch } from '../../../cloud/dispatch';
import { errorTable } from '../../../src/contract/errors';
import {
  CLIENT_HEADER,
  CLIENT_HEADER_WEAPP,
  type Envelope,
  functionFor,
  MAX_BODY_BYTES,
  type WireReply,
} from '../../../src/contract/transport';
import type { HttpRequest, HttpResponse } from '../runtime/wx/networkApis';

/** Who holds the phone, as WeChat's platform names them to a cloud function. */
export interface Holder {
  appid: string;
  openid: string;
}

/**
 * The real dispatch behind a phone, over both transports and with the caller that a cloud function's
 * entry makes: identity from the platform, nothing of it from what the app sends.
 */
export function realCloud(dispatch: Dispatch, holder: Holder) {
  const answer = async (operation: string, envelope: Envelope): Promise<WireReply> => {
    if (Buffer.byteLength(JSON.stringify(envelope)) > MAX_BODY_BYTES)
      throw new Error(`${operation}: too large`);
    const { input, mutationId, build } = envelope;
    const { reply } = await dispatch({
      operation,
      input,
      mutationId,
      build,
      caller: { channel: 'weapp', platform: holder, sessionToken: null, address: null },
    });
    return reply;
  };
  return {
    cloud: async (name: string, event: unknown): Promise<WireReply> => {
      const { operation, ...envelope } = event as Envelope & { operation: string };
      if (functionFor(operation) !== name) throw new Error(`${operation} was sent to the function ${name}`);
      return answer(operation, envelope);
    },
    request: async ({ url, method, header, data }: HttpRequest): Promise<HttpResponse> => {
      if (method !== 'POST' || header[CLIENT_HEADER] !== CLIENT_HEADER_WEAPP)
        throw new Error(`${method} ${url} would be refused`);
      const reply = await answer(operationOf(url), data as Envelope);
      return { statusCode: reply.ok ? 200 : errorTable[reply.error.code].status, data: reply };
    },
  };
}

/** The operation that a call's name stands for: the end of its address. */
export function operationOf(url: string): string {
  return url.replace(/^.*\/api\//, '');
}
