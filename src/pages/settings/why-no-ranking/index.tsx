import { WhyNoRanking } from '../../../features/compliance/WhyNoRanking';
import { Screen } from '../../../ui/Screen';

/** 为什么没有排名. */
export default function WhyNoRankingPage() {
  return (
    <Screen title="为什么没有排名">
      <WhyNoRanking />
    </Screen>
  );
}
