import Taro from '@tarojs/taro';
import { errorTable } from '../contract/errors';
import { CLIENT_HEADER, CLIENT_HEADER_H5, CLIENT_HEADER_WEAPP, functionFor } from '../contract/transport';
import { apiBase, cloudEnvironment } from './buildSettings';
import { CloudError, offlineSentence } from './cloudError';

/** What travels: the server takes nothing about the person from it. */
export interface Envelope {
  input: unknown;
  mutationId?: string;
  build: number;
}

/** A slow hall network deserves patience, a dead one an answer. */
const timeoutMs = 20_000;

/**
 * Sends one operation and gives back the reply's JSON, whatever it says. Two transports: a cloud
 * function, or `POST /api/<operation>`. No network is `offline`; no sensible answer is `unavailable`.
 */
export async function transport(
  operation: string,
  envelope: Envelope,
  token: string | undefined,
): Promise<unknown> {
  if (process.env.TARO_ENV === 'weapp') {
    return cloudEnvironment ? byFunction(operation, envelope) : byRequest(operation, envelope, token);
  }
  return byFetch(operation, envelope);
}

async function byFunction(operation: string, envelope: Envelope): Promise<unknown> {
  try {
    const { result } = await Taro.cloud.callFunction({
      name: functionFor(operation),
      data: { operation, ...envelope },
    });
    return result;
  } catch (error) {
    throw await explain(error);
  }
}

async function byRequest(operation: string, envelope: Envelope, token: string | undefined): Promise<unknown> {
  try {
    const { data } = await Taro.request<unknown>({
      url: `${apiBase}/api/${operation}`,
      method: 'POST',
      data: envelope,
      timeout: timeoutMs,
      header: {
        'content-type': 'application/json',
        [CLIENT_HEADER]: CLIENT_HEADER_WEAPP,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
    });
    return data;
  } catch (error) {
    throw await explain(error);
  }
}

async function byFetch(operation: string, envelope: Envelope): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`${apiBase}/api/${operation}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', [CLIENT_HEADER]: CLIENT_HEADER_H5 },
      body: JSON.stringify(envelope),
      signal: AbortSignal.timeout?.(timeoutMs),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') throw unavailable();
    // fetch rejects only when nothing came back at all.
    throw new CloudError('offline', offlineSentence);
  }
  // A proxy's error page is no JSON.
  return response.json().catch(() => {
    throw unavailable();
  });
}

/** WeChat words its failures freely; whether there is a network is asked, not guessed from them. */
async function explain(error: unknown): Promise<CloudError> {
  const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: 'unknown' }));
  const said = String((error as { errMsg?: string } | undefined)?.errMsg ?? '');
  const isNetwork =
    networkType === 'none' || /ERR_(INTERNET|NETWORK|NAME|CONNECTION|ADDRESS)|connect/i.test(said);
  return isNetwork ? new CloudError('offline', offlineSentence) : unavailable();
}

export function unavailable(): CloudError {
  return new CloudError('unavailable', errorTable.unavailable.sentence);
}
