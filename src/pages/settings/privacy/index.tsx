import { PrivacyNotice } from '../../../features/identity/PrivacyNotice';
import { useMe } from '../../../platform/session';
import { Screen } from '../../../ui/Screen';

/** 隐私. */
export default function PrivacyPage() {
  const me = useMe();
  return (
    <Screen title="隐私">
      <PrivacyNotice me={me} />
    </Screen>
  );
}
