import type { ViewNode } from './pageView';
import type { Session } from './session';
import type { PrivacyState } from './wx/privacyApis';

/**
 * What a button with an open-type, or a navigator, does beside its tap.
 * @throws for an open-type that the runtime does not know, so that none passes unseen
 */
export function openByType(
  node: ViewNode,
  openType: string,
  { stack, engine, dialogs }: Session,
  privacy: PrivacyState,
): void {
  const { element } = node;
  const url = String(element.getAttribute('url') ?? '');
  switch (`${node.tag} ${openType}`) {
    case 'button share': {
      const target = { id: element.id, dataset: element.dataset };
      stack.callHook(stack.top, 'onShareAppMessage', { from: 'button', target });
      return;
    }
    case 'button agreePrivacyAuthorization':
      privacy.isAgreed = true;
      engine.dispatch(element, 'agreeprivacyauthorization', {});
      return;
    case 'button getPhoneNumber': {
      const code = dialogs.nextPhoneCode;
      dialogs.nextPhoneCode = undefined;
      const answer = code
        ? { code, errMsg: 'getPhoneNumber:ok' }
        : { errMsg: 'getPhoneNumber:fail user deny' };
      engine.dispatch(element, 'getphonenumber', answer);
      return;
    }
    case 'navigator navigate':
      stack.navigateTo(url);
      return;
    case 'navigator redirect':
      stack.redirectTo(url);
      return;
    case 'navigator switchTab':
      stack.switchTab(url);
      return;
    case 'navigator reLaunch':
      stack.reLaunch(url);
      return;
    case 'navigator navigateBack':
      stack.navigateBack(1);
      return;
    default:
      throw new Error(`the mini-program runtime does not implement open-type="${openType}" of <${node.tag}>`);
  }
}
