import Taro from '@tarojs/taro';
import { CLIENT_HEADER, CLIENT_HEADER_WEAPP, functionFor } from '../contract/transport';
import { apiBase, cloudEnvironment } from './buildSettings';
import { byFetch, type Envelope, timeoutMs } from './byFetch';
import { CloudError, offlineSentence, unavailable } from './cloudError';

/**
 * Sends one operation and gives back the reply's JSON, whatever it says. Two transports: a cloud
 * function, or `POST /api/<operation>`. No network is `offline`; no sensible answer is `unavailable`.
 */
export async function transport(
  operation: string,
  envelope: Envelope,
  token: string | undefined,
): Promise<unknown> {
  // One expression: so a mini-program's bundle holds nothing of browsers.
  return process.env.TARO_ENV === 'weapp'
    ? cloudEnvironment
      ? byFunction(operation, envelope)
      : byRequest(operation, envelope, token)
    : byFetch(operation, envelope);
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

/** WeChat words its failures freely; whether there is a network is asked, not guessed from them. */
async function explain(error: unknown): Promise<CloudError> {
  const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: 'unknown' }));
  const said = String((error as { errMsg?: string } | undefined)?.errMsg ?? '');
  const isNetwork =
    networkType === 'none' || /ERR_(INTERNET|NETWORK|NAME|CONNECTION|ADDRESS)|connect/i.test(said);
  return isNetwork ? new CloudError('offline', offlineSentence) : unavailable();
}
