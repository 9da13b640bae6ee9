import { asyncApi, type WxContext, type WxFunction, type WxOptions } from './asyncApi';
import type { Listeners } from './listeners';
import { WxFailure } from './wxFailure';

/** A cloud call as the app made it, with what came back. */
export interface CloudCall {
  /** The function's name, or the url of a request. */
  name: string;
  data: unknown;
  result?: unknown;
  error?: string;
}

/** A wx.request as the app made it. */
export interface HttpRequest {
  url: string;
  method: string;
  header: Record<string, string>;
  data: unknown;
}

export interface HttpResponse {
  statusCode: number;
  data: unknown;
  header?: Record<string, string>;
}

/** What stands for the internet in a test. */
export interface Network {
  isOnline: boolean;
  calls: CloudCall[];
  cloud(name: string, data: unknown): Promise<unknown>;
  request(request: HttpRequest): Promise<HttpResponse>;
}

/** A cloud function's input is at most 100 KB, its answer at most 1 MB (wx.cloud.callFunction, "限制"). */
const MAX_CLOUD_INPUT_BYTES = 100 * 1024;
const MAX_CLOUD_RESULT_BYTES = 1024 * 1024;

/** wx.request, wx.cloud.callFunction and the state of the network. */
export function networkApis(
  context: WxContext,
  network: Network,
  listeners: Listeners,
): Record<string, unknown> {
  const { realm } = context;
  const networkType = () => (network.isOnline ? 'wifi' : 'none');

  const callFunction = asyncApi(context, 'cloud.callFunction', async (options) => {
    const name = String(options.name ?? '');
    const data = copyOut(options.data ?? {});
    if (!network.isOnline)
      throw new WxFailure('request:fail -2:net::ERR_INTERNET_DISCONNECTED', { errCode: -1 });
    if (byteLength(data) > MAX_CLOUD_INPUT_BYTES)
      throw new WxFailure('data exceed max size', { errCode: -501000 });
    const call: CloudCall = { name, data };
    network.calls.push(call);
    try {
      call.result = copyOut(await network.cloud(name, data));
    } catch (error) {
      call.error = String(error);
      const reason = `Error: errCode: -504002 functions execute fail | errMsg: ${String(error)}`;
      throw new WxFailure(reason, { errCode: -504002 });
    }
    // The line may have gone while the function ran: then the answer is lost, the work is not.
    if (!network.isOnline) throw new WxFailure('request:fail -7:net::ERR_CONNECTION_CLOSED', { errCode: -1 });
    if (byteLength(call.result) > MAX_CLOUD_RESULT_BYTES)
      throw new WxFailure('result exceed max size', { errCode: -501000 });
    return { result: realm.copyIn(call.result), requestID: `request-${network.calls.length}` };
  });

  const request = asyncApi(context, 'request', async (options) => {
    const asked: HttpRequest = {
      url: String(options.url ?? ''),
      method: String(options.method ?? 'GET').toUpperCase(),
      header: copyOut((options.header ?? {}) as Record<string, string>),
      data: bytesOf(options.data) ?? copyOut(options.data),
    };
    if (!network.isOnline) throw new WxFailure('-2:net::ERR_INTERNET_DISCONNECTED', { errno: 600001 });
    const call: CloudCall = { name: asked.url, data: asked.data };
    network.calls.push(call);
    const response = await network.request(asked).catch((error: unknown) => {
      call.error = String(error);
      throw new WxFailure(String(error), { errno: 600001 });
    });
    call.result = copyOut(response.data);
    if (!network.isOnline) throw new WxFailure('-7:net::ERR_CONNECTION_CLOSED', { errno: 600001 });
    return realm.copyIn({ header: {}, cookies: [], ...response });
  });

  return {
    cloud: { init: () => undefined, callFunction },
    request: withTask(request),
    getNetworkType: asyncApi(context, 'getNetworkType', () => ({
      networkType: networkType(),
      hasSystemProxy: false,
      weakNet: false,
    })),
    ...listeners.pairs(['NetworkStatusChange', 'NetworkWeakChange']),
  };
}

/** wx.request answers with a task, never with a promise. */
function withTask(request: WxFunction): WxFunction {
  return (options: WxOptions = {}) => {
    let isAborted = false;
    const unlessAborted = (callback: ((result: unknown) => void) | undefined) => (result: unknown) => {
      if (!isAborted) callback?.(result);
    };
    request({
      ...options,
      success: unlessAborted(options.success),
      fail: unlessAborted(options.fail),
      complete: unlessAborted(options.complete),
    });
    return {
      abort: () => {
        if (isAborted) return;
        isAborted = true;
        options.fail?.({ errMsg: 'request:fail abort' });
        options.complete?.({ errMsg: 'request:fail abort' });
      },
    };
  };
}

/** An ArrayBuffer of the app travels as it is ("data" of wx.request). */
function bytesOf(data: unknown): Buffer | undefined {
  const isBuffer = Object.prototype.toString.call(data) === '[object ArrayBuffer]';
  return isBuffer ? Buffer.from(new Uint8Array(data as ArrayBuffer)) : undefined;
}

/** Data leaves the app as JSON; what JSON cannot say does not travel. */
function copyOut<T>(data: T): T {
  return data === undefined ? data : (JSON.parse(JSON.stringify(data)) as T);
}

function byteLength(data: unknown): number {
  return Buffer.byteLength(JSON.stringify(data) ?? '');
}
