import { goTo } from '../../platform/routes';
import { Button } from '../../ui/Button';
import { Words } from '../../ui/Words';
import { PhoneDoor } from './PhoneDoor';
import { ScanCard } from './ScanCard';

/** The doors: WeChat vouches for a person once the card has been scanned or its code typed; browsers have a sign-in besides. */
export function WaysIn({ isSecond = false, hasPhoneDoor }: { isSecond?: boolean; hasPhoneDoor?: boolean }) {
  const first = isSecond ? 'secondary' : 'primary';
  return (
    <>
      {process.env.TARO_ENV === 'weapp' ? (
        <>
          <ScanCard kind={first} />
          <Button kind="secondary" onPress={() => goTo('activate')}>
            输入激活码
          </Button>
          {hasPhoneDoor && <PhoneDoor />}
        </>
      ) : (
        <>
          <Button kind={first} onPress={() => goTo('signIn')}>
            登录
          </Button>
          <Button kind="secondary" onPress={() => goTo('activate')}>
            用激活卡首次登录
          </Button>
        </>
      )}
      <Words tone="small">激活卡由支部书记发给您。没有收到，或弄丢了，请找书记</Words>
    </>
  );
}
