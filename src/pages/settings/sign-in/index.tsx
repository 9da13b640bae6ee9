import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 登录. */
export default function SignInPage() {
  return (
    <Screen title="登录">
      <Skeleton />
    </Screen>
  );
}
