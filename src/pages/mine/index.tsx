import { DemoDoors } from '../../features/identity/DemoDoors';
import { MineList } from '../../features/identity/MineList';
import { SignOut } from '../../features/identity/SignOut';
import { useWelcome } from '../../features/identity/useWelcome';
import { WhoIAm } from '../../features/identity/WhoIAm';
import { ScoreSummary } from '../../features/pioneer/ScoreSummary';
import { MyStudy } from '../../features/study/MyStudy';
import { useMe } from '../../platform/session';
import { Screen } from '../../ui/Screen';
import { Skeleton } from '../../ui/Skeleton';
import { Words } from '../../ui/Words';

/** 我的: who I am, the own index and studies, and everything else one press away. */
export default function MinePage() {
  const me = useMe();
  const { data } = useWelcome();
  return (
    <Screen title="我的" tab="mine">
      {me ? (
        <>
          <WhoIAm me={me} />
          <ScoreSummary />
          <MyStudy />
          <MineList me={me} />
          {me.demo && <DemoDoors />}
          <SignOut />
          {data?.hostUnit && <Words tone="small">主办单位：{data.hostUnit}</Words>}
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </Screen>
  );
}
