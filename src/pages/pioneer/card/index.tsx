import { ReportFault } from '../../../features/feedback/ReportFault';
import { ScoreCard } from '../../../features/pioneer/ScoreCard';
import { Screen } from '../../../ui/Screen';

/** 先锋指数: the member's own card. */
export default function PioneerCardPage() {
  return (
    <Screen title="先锋指数">
      <ScoreCard
        remark={({ id, explanation }) => (
          <ReportFault subject="scoreEntry" subjectId={id} about={explanation} />
        )}
      />
    </Screen>
  );
}
