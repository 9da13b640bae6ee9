import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 为什么没有排名. */
export default function WhyNoRankingPage() {
  return (
    <Screen title="为什么没有排名">
      <Skeleton />
    </Screen>
  );
}
