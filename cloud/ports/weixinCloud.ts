import { AppError } from '../appError';
import type { Weixin, WeixinSettings } from './weixin';
import {
  codeOf,
  dataOf,
  readPhoneAnswer,
  readSendAnswer,
  readTextAnswer,
  type WeixinAnswer,
} from './weixinAnswers';

type Call = (input: Record<string, unknown>) => Promise<WeixinAnswer>;

/** What we use of wx-server-sdk, which brings no types of its own for it. */
export interface CloudSdk {
  DYNAMIC_CURRENT_ENV: unknown;
  init(options: { env: unknown }): void;
  openapi: {
    phonenumber: { getPhoneNumber: Call };
    subscribeMessage: { send: Call };
    security: { msgSecCheck: Call };
  };
}

/**
 * WeChat's interfaces by the SDK, for cloud functions: no secret and no token, the environment vouches for us. Each
 * interface must be named under `permissions.openapi` of the function's config.json (cloudbaserc.json, buildCloud.ts).
 * The SDK is heavy (190 ms): it is loaded by the first call that needs it.
 */
export function weixinCloud(settings: WeixinSettings, load: () => Promise<CloudSdk> = loadSdk): Weixin {
  let loaded: Promise<CloudSdk> | undefined;
  const sdk = () => {
    loaded ??= load().then((cloud) => {
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
      return cloud;
    });
    return loaded;
  };
  return {
    settings,
    exchangeLoginCode: async () => {
      throw new AppError('app_not_configured', 'the platform names the openid itself');
    },
    readPhone: async (_appid, phoneCode) => {
      const { openapi } = await sdk();
      return readPhoneAnswer(await ask(openapi.phonenumber.getPhoneNumber({ code: phoneCode })));
    },
    sendMessage: async (_appid, message) => {
      const { openapi } = await sdk();
      return readSendAnswer(
        await ask(
          openapi.subscribeMessage.send({
            touser: message.openid,
            templateId: message.templateId,
            page: message.page,
            data: dataOf(message),
            miniprogramState: 'formal',
            lang: 'zh_CN',
          }),
        ),
      );
    },
    checkText: async (_appid, openid, text) => {
      const { openapi } = await sdk();
      // scene 3, forum: writing for others (domain.md 11.3)
      return readTextAnswer(
        await ask(openapi.security.msgSecCheck({ version: 2, scene: 3, openid, content: text })),
      );
    },
  };
}

async function loadSdk(): Promise<CloudSdk> {
  const { default: sdk } = await import('wx-server-sdk');
  // Typed by what its documentation says of the three interfaces that we call.
  return sdk as CloudSdk;
}

/** The SDK throws WeChat's refusals as objects with an errCode; its own failures have negative ones (-501000 …). */
async function ask(call: Promise<WeixinAnswer>): Promise<WeixinAnswer> {
  try {
    return await call;
  } catch (error) {
    const code = codeOf((error ?? {}) as WeixinAnswer);
    if (code > 0 || code === -1) return { errCode: code };
    throw new AppError('unavailable', 'the SDK does not answer');
  }
}
