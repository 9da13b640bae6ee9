import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Confirm } from '../../../ui/Dialog';
import { TextArea } from '../../../ui/TextField';
import type { Draft } from './deskPiece';

/** Takes a piece down, with the reason that its author gets. */
export function WithdrawPiece({
  piece,
  onSettled,
}: {
  piece: Pick<Draft, 'id' | 'version'>;
  onSettled: () => Promise<void>;
}) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string>();
  const { run, isBusy, error } = useAction('study.withdraw');
  const withdraw = async () => {
    if (reason.trim() === '') return setMissing('请写一句原因');
    const done = await run({ pieceId: piece.id, version: piece.version, reason });
    if (!done) return;
    announce('已撤下');
    setAsking(false);
    await onSettled();
  };
  return (
    <>
      <Button kind="danger" onPress={() => setAsking(true)}>
        撤下
      </Button>
      {isAsking && (
        <Confirm
          title="撤下这一篇？"
          sentence="大家不再看得到它，也不能恢复。已经盖的“已学”还在"
          confirmWords="撤下"
          isDangerous
          isBusy={isBusy}
          error={error?.message}
          onConfirm={withdraw}
          onCancel={() => setAsking(false)}
        >
          <TextArea
            label="原因"
            hint="例如：所依据的条文已经修改"
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
