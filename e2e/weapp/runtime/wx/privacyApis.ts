import { asyncApi, type WxContext } from './asyncApi';
import type { Dialogs } from './dialogs';
import { WxFailure } from './wxFailure';

/** Whether the person has agreed to the privacy guide; the phone keeps it between two runs. */
export interface PrivacyState {
  isAgreed: boolean;
}

type Resolve = (answer: { event: string; buttonId?: string }) => void;
type NeedListener = (resolve: Resolve, eventInfo: { referrer: string }) => void;

/**
 * WeChat's privacy guide (`__usePrivacyCheck__`): until the person agrees, an interface that
 * touches personal data asks first, by the app's own window if it has registered one, else by
 * WeChat's.
 */
export function privacyApis(context: WxContext, privacy: PrivacyState, dialogs: Dialogs) {
  let listener: NeedListener | undefined;

  const askByApp = (ask: NeedListener, referrer: string) =>
    new Promise<boolean>((resolve) => {
      ask(
        ({ event }) => {
          if (event === 'exposureAuthorization') return;
          resolve(event === 'agree');
        },
        { referrer },
      );
    });

  /** Throws unless the person agrees. */
  const require = async (referrer: string): Promise<void> => {
    if (privacy.isAgreed) return;
    privacy.isAgreed = listener
      ? await askByApp(listener, referrer)
      : (await dialogs.ask('用户隐私保护提示', '请阅读并同意隐私保护指引', ['拒绝', '同意'])) === 1;
    if (!privacy.isAgreed) throw new WxFailure('privacy permission is not authorized', { errno: 104 });
  };
  const withoutWaiting = { ...context, activity: { begin: () => () => undefined } };

  return {
    /** For the other interfaces that touch personal data. */
    require,
    apis: {
      getPrivacySetting: asyncApi(context, 'getPrivacySetting', () => ({
        needAuthorization: !privacy.isAgreed,
        privacyContractName: '《小程序隐私保护指引》',
      })),
      requirePrivacyAuthorize: asyncApi(withoutWaiting, 'requirePrivacyAuthorize', () =>
        require('requirePrivacyAuthorize'),
      ),
      onNeedPrivacyAuthorization: (ask: NeedListener) => {
        listener = ask;
      },
      openPrivacyContract: asyncApi(context, 'openPrivacyContract', () => undefined),
    },
  };
}
