import { useState } from 'react';
import { asCloudError } from '../../platform/cloudError';
import { waitingCount } from '../../platform/queue';
import { signOut } from '../../platform/session';
import { useSignal } from '../../platform/useSignal';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';

/** 退出登录, in browsers; in WeChat it is WeChat that says who one is. The entry page follows by itself. */
export function SignOut() {
  const waiting = useSignal(waitingCount);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  if (process.env.TARO_ENV === 'weapp') return null;

  const leave = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await signOut();
    } catch (failure) {
      setError(asCloudError(failure).message);
    } finally {
      setBusy(false);
    }
  };
  const kept = waiting > 0 ? `还有 ${waiting} 项没送出，留在这台设备上，您下次在这里登录时会自动送出。` : '';
  return (
    <>
      <Button kind="secondary" onPress={() => setAsking(true)}>
        退出登录
      </Button>
      {isAsking && (
        <Confirm
          title="退出登录？"
          sentence={`退出后，这台设备上不再显示您的内容。${kept}`}
          confirmWords="退出"
          isBusy={isBusy}
          error={error}
          onConfirm={() => void leave()}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
