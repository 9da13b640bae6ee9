import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import type { WholeQuestion } from './bankWords';

/** Somebody has compared the question with the new version of its law, and it still holds. */
export function SettleLawCheck({ question, onDone }: { question: WholeQuestion; onDone: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const [versionOn, setVersionOn] = useState(question.checking?.since ?? '');
  const { run, isBusy, error } = useAction('quiz.settleLawCheck');
  const settle = async () => {
    if (versionOn === '') return;
    const done = await run({ versionOn, questions: [{ id: question.id, version: question.version }] });
    if (!done) return;
    setAsking(false);
    announce('记下了，这一题继续用');
    onDone();
  };
  return (
    <>
      <Button kind="secondary" onPress={() => setAsking(true)}>
        核对过，仍然成立
      </Button>
      {isAsking && (
        <Confirm
          title="这一题按新的规定仍然成立？"
          sentence="记下核对的是哪天的版本，这一题继续问大家。不成立的，更正或停用"
          confirmWords="仍然成立"
          isBusy={isBusy}
          error={error?.message}
          onConfirm={() => void settle()}
          onCancel={() => setAsking(false)}
        >
          <DayField
            label="核对的是哪天的版本"
            value={versionOn}
            error={versionOn === '' ? '请选一天' : undefined}
            onChange={setVersionOn}
          />
        </Confirm>
      )}
    </>
  );
}
