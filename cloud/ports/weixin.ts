/** What WeChat answers to a login code, whoever asked. */
export interface WeixinIdentity {
  openid: string;
  unionid: string | null;
}

/**
 * WeChat's side, as far as the foundation needs it. Adapters: HTTP interfaces
 * for a server of one's own (`weixinHttp`), and a local one for development
 * and tests. In a cloud function the platform gives the openid itself.
 */
export interface Weixin {
  /** sns/jscode2session. Rejects with AppError `sign_in_failed` for a code WeChat does not know, `unavailable` when WeChat does not answer. */
  exchangeLoginCode(appid: string, loginCode: string): Promise<WeixinIdentity>;
}
