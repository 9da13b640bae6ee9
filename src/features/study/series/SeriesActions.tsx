import { sayDayAndWeekday } from '../../../domain/calendar/sayDay';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorState } from '../../../ui/Notes';
import type { Plan, SeriesDraft } from './deskSeries';
import { PlanFields } from './PlanFields';
import { ReviewSeries } from './ReviewSeries';
import { WithdrawSeries } from './WithdrawSeries';

export interface SeriesActionsProps {
  series: SeriesDraft;
  plan: Plan;
  /** The days that are shown are those of this plan. */
  isAsked: boolean;
  onPlan: (plan: Plan) => void;
  onSettled: () => Promise<void>;
}

/** What the reader may do with the series now; one thing at a time. */
export function SeriesActions({ series, plan, isAsked, onPlan, onSettled }: SeriesActionsProps) {
  return (
    <>
      {series.mayWrite && <SubmitSeries {...{ series, plan, isAsked, onPlan, onSettled }} />}
      {series.mayReview && <ReviewSeries series={series} onSettled={onSettled} />}
      {series.mayLay && <LaySeries {...{ series, plan, isAsked, onPlan, onSettled }} />}
      {series.mayWithdraw && <WithdrawSeries series={series} onSettled={onSettled} />}
    </>
  );
}

function SubmitSeries({ series, plan, isAsked, onPlan, onSettled }: SeriesActionsProps) {
  const { run, isBusy, error, clearError } = useAction('study.submitSeries');
  const submit = async () => {
    const done = await run({ seriesId: series.id, version: series.version, ...plan });
    if (!done) return;
    announce('已提交，会告诉能审核的同志');
    await onSettled();
  };
  return (
    <Card title="排日子，提交审核">
      <PlanFields
        plan={plan}
        series={series}
        isAsked={isAsked}
        onChange={(next) => {
          onPlan(next);
          clearError();
        }}
      />
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      {series.firstDay === null ? (
        <Button kind="secondary" onPress={() => onPlan(plan)}>
          看看排在哪些天
        </Button>
      ) : (
        <Button isBusy={isBusy} onPress={submit}>
          提交审核
        </Button>
      )}
    </Card>
  );
}

function LaySeries({ series, plan, isAsked, onPlan, onSettled }: SeriesActionsProps) {
  const { run, isBusy, error, clearError } = useAction('study.laySeries');
  const lay = async () => {
    const done = await run({ seriesId: series.id, version: series.version, ...plan });
    if (!done) return;
    announce(
      done.firstDay ? `没发的从 ${sayDayAndWeekday(done.firstDay)} 起一篇一篇发` : '都发过了，没有要排的',
    );
    await onSettled();
  };
  return (
    <Card title="没发的换日子">
      <PlanFields
        plan={plan}
        series={series}
        isAsked={isAsked}
        onChange={(next) => {
          onPlan(next);
          clearError();
        }}
      />
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Button kind="secondary" isBusy={isBusy} onPress={lay}>
        按这样排
      </Button>
    </Card>
  );
}
