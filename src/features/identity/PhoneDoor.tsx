import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/Notes';
import { Words } from '../../ui/Words';
import { comeIn } from './comeIn';

/** 用手机号启用, in WeChat only and beside the card, never instead of it. Whoever says no to WeChat is asked nothing more. */
export function PhoneDoor() {
  const activate = useAction('identity.activateByPhone');
  const come = async (phoneCode: string | null) => {
    if (phoneCode === null) return;
    const opened = await activate.run({ phoneCode });
    if (opened) comeIn(opened);
  };
  return (
    <>
      <Button
        kind="secondary"
        openType="getPhoneNumber"
        isBusy={activate.isBusy}
        onPhoneCode={(code) => void come(code)}
      >
        用手机号启用
      </Button>
      <Words tone="small">
        手机号由微信验证，只和名册里登记的核对一次，不另外保存。不用它也行，用激活卡就好
      </Words>
      {activate.error && (
        <ErrorState sentence={activate.error.message} requestId={activate.error.requestId} />
      )}
    </>
  );
}
