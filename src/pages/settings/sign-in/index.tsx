import { ScanToSignIn } from '../../../features/identity/ScanToSignIn';
import { SignInForm } from '../../../features/identity/SignInForm';
import { goTo } from '../../../platform/routes';
import { useIsWide } from '../../../platform/useIsWide';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** 登录, in browsers; in WeChat nobody signs in with a name. */
export default function SignInPage() {
  // A phone cannot scan its own screen.
  const isWide = useIsWide();
  return (
    <Screen title="登录">
      {process.env.TARO_ENV === 'weapp' ? (
        <EmptyState
          sentence="在微信里不用登录名。用激活卡启用一次就行"
          action={{ words: '输入激活码', onPress: () => goTo('activate') }}
        />
      ) : (
        <>
          <SignInForm />
          {isWide && <ScanToSignIn />}
        </>
      )}
    </Screen>
  );
}
