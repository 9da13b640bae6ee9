import Taro from '@tarojs/taro';

/** The mini-program that this is, or undefined in browsers. */
export function ownAppid(): string | undefined {
  if (process.env.TARO_ENV !== 'weapp') return undefined;
  return Taro.getAccountInfoSync().miniProgram.appId;
}

/** The person has switched all messages of this mini-program off (wx.requestSubscribeMessage, errCode). */
const SWITCHED_OFF = 20004;

/**
 * Lets WeChat ask whether one message of a template may be sent. Call it in a tap that means it, before anything else
 * waits: WeChat refuses it otherwise. Resolves with the answer, or null when WeChat did not ask (banned, filtered, no
 * network); in browsers there is nothing to ask.
 */
export async function askForMessage(templateId: string): Promise<'accept' | 'reject' | null> {
  if (process.env.TARO_ENV !== 'weapp') return null;
  try {
    // Alipay's parameter beside WeChat's: the types ask for both.
    const answer = await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] });
    const said = (answer as unknown as Record<string, string>)[templateId];
    return said === 'accept' || said === 'reject' ? said : null;
  } catch (error) {
    return (error as { errCode?: number } | undefined)?.errCode === SWITCHED_OFF ? 'reject' : null;
  }
}
