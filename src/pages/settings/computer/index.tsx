import { ComputerDoor } from '../../../features/identity/ComputerDoor';
import { useMe } from '../../../platform/session';
import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 在电脑上使用. */
export default function ComputerPage() {
  const me = useMe();
  return <Screen title="在电脑上使用">{me ? <ComputerDoor me={me} /> : <Skeleton />}</Screen>;
}
