import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import type { WholeQuestion } from './bankWords';

/** Takes a question out of use, at once or from a day on; a draft is put aside. */
export function RetireQuestion({ question, onDone }: { question: WholeQuestion; onDone: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const [on, setOn] = useState('');
  const { run, isBusy, error } = useAction('quiz.retireQuestion');
  const isDraft = question.state === 'draft';
  const retire = async () => {
    const later = isDraft || on === '' ? undefined : on;
    const done = await run({ questionId: question.id, version: question.version, on: later });
    if (!done) return;
    setAsking(false);
    announce(done.state === 'retired' ? '停用了' : '到那天就不再问了');
    onDone();
  };
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {isDraft ? '不要这一题' : '停用这一题'}
      </Button>
      {isAsking && (
        <Confirm
          title={isDraft ? '不要这一题？' : '停用这一题？'}
          sentence={
            isDraft
              ? '这道草稿不再等审核。题还留着，在“已停用”里看得到'
              : '以后不再问大家。答过的、卷子上的仍在原处'
          }
          confirmWords={isDraft ? '不要了' : '停用'}
          isDangerous
          isBusy={isBusy}
          error={error?.message}
          onConfirm={() => void retire()}
          onCancel={() => setAsking(false)}
        >
          {!isDraft && (
            <DayField label="从哪天起" hint="不填就是现在" value={on} min={today()} onChange={setOn} />
          )}
        </Confirm>
      )}
    </>
  );
}
