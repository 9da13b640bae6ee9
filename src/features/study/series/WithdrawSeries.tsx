import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Confirm } from '../../../ui/Dialog';
import { TextArea } from '../../../ui/TextField';
import type { SeriesDraft } from './deskSeries';

/** Takes the whole series away, after a reason. */
export function WithdrawSeries({
  series,
  onSettled,
}: {
  series: SeriesDraft;
  onSettled: () => Promise<void>;
}) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string>();
  const { run, isBusy, error, clearError } = useAction('study.withdrawSeries');
  const withdraw = async () => {
    if (reason.trim() === '') return setMissing('请写一句原因');
    const done = await run({ seriesId: series.id, version: series.version, reason });
    if (!done) return;
    announce('整个系列已撤下');
    setAsking(false);
    await onSettled();
  };
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        撤下整个系列
      </Button>
      {isAsking && (
        <Confirm
          title="撤下整个系列？"
          sentence="发过的和没发的都撤下，大家不再看到，不能恢复"
          confirmWords="撤下"
          isDangerous
          isBusy={isBusy}
          error={error?.message}
          onConfirm={withdraw}
          onCancel={() => {
            setAsking(false);
            clearError();
          }}
        >
          <TextArea
            label="原因"
            rows={2}
            maxLength={500}
            value={reason}
            error={missing}
            onChange={(value) => {
              setReason(value);
              setMissing(undefined);
            }}
          />
        </Confirm>
      )}
    </>
  );
}
