import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Confirm } from '../../../ui/Dialog';
import type { LawChange } from './ChangedLaw';

interface TakeBackLawProps {
  change: Pick<LawChange, 'id' | 'version'>;
  /** The law without 《》. */
  name: string;
  onTakenBack: () => Promise<void>;
}

/** Takes a law back that was marked by mistake. */
export function TakeBackLaw({ change: { id, version }, name, onTakenBack }: TakeBackLawProps) {
  const [isAsking, setAsking] = useState(false);
  const { run, isBusy, error, clearError } = useAction('study.takeBackLaw');
  const takeBack = async () => {
    const done = await run({ changeId: id, version });
    if (!done) return;
    announce(done.released > 0 ? `收回了，${done.released} 篇不用核对了` : '收回了');
    setAsking(false);
    await onTakenBack();
  };
  const close = () => {
    setAsking(false);
    // A colleague was faster: what is shown is no longer so.
    if (error?.code === 'conflict') void onTakenBack();
    clearError();
  };
  return (
    <>
      <Button kind="quiet" label={`标错了，收回《${name}》`} onPress={() => setAsking(true)}>
        标错了，收回
      </Button>
      {isAsking && (
        <Confirm
          title={`收回《${name}》的变化？`}
          sentence="等着核对的稿件不用再核对，读的人也不再看到“正在核对”。已经核对过、撤下的不变"
          confirmWords="收回"
          isBusy={isBusy}
          error={error?.message}
          onConfirm={takeBack}
          onCancel={close}
        />
      )}
    </>
  );
}
