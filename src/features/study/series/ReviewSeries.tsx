import { saySpanWithWeekdays } from '../../../domain/calendar/sayDay';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Words } from '../../../ui/Words';
import { RefusedStep } from '../desk/RefusedStep';
import { type Decision, ReviewCard } from '../desk/ReviewCard';
import type { SeriesDraft } from './deskSeries';

/** The second person's one word for all pieces. */
export function ReviewSeries({ series, onSettled }: { series: SeriesDraft; onSettled: () => Promise<void> }) {
  const { run, isBusy, error, clearError } = useAction('study.reviewSeries');
  const { firstDay, lastDay, pieceCount } = series;
  const decide = async (decision: Decision, note: string) => {
    if (!(await run({ seriesId: series.id, version: series.version, decision, note }))) return;
    announce(decision === 'approve' ? '整个系列已通过，会告诉写稿的同志' : '已退回修改，会告诉写稿的同志');
    await onSettled();
  };
  return (
    <ReviewCard
      title="审核整个系列"
      hint="退回时写明哪一篇、缺什么；通过时可以不写"
      missingWords="请写明哪里要改，例如：第 2 篇缺半句"
      approveWords="整个系列通过"
      isBusy={isBusy}
      refusal={error && <RefusedStep error={error} onRefresh={onSettled} />}
      onTouch={clearError}
      onDecide={decide}
    >
      {firstDay && lastDay && (
        <Words>
          {pieceCount} 篇一次通过，{saySpanWithWeekdays(firstDay, lastDay)}
          ，一天一篇。通过后改动哪一篇，哪一篇再审
        </Words>
      )}
    </ReviewCard>
  );
}
