import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { ReasonedAct } from '../../../ui/ReasonedAct';
import type { SeriesDraft } from './deskSeries';

/** Takes the whole series away, after a reason. */
export function WithdrawSeries({
  series,
  onSettled,
}: {
  series: SeriesDraft;
  onSettled: () => Promise<void>;
}) {
  const { run, isBusy, error, clearError } = useAction('study.withdrawSeries');
  return (
    <ReasonedAct
      words="撤下整个系列"
      title="撤下整个系列？"
      sentence="发过的和没发的都撤下，大家不再看到，不能恢复"
      confirmWords="撤下"
      maxLength={500}
      isBusy={isBusy}
      error={error}
      onAct={(reason) => run({ seriesId: series.id, version: series.version, reason })}
      onDone={() => {
        announce('整个系列已撤下');
        return onSettled();
      }}
      onLeave={clearError}
    />
  );
}
