import { useState } from 'react';
import { MOST_DUE_PER_DAY, MOST_NEW_PER_DAY } from '../../../domain/quiz/practice/pickReview';
import { announce } from '../../../platform/announce';
import { useMe } from '../../../platform/session';
import { useAction } from '../../../platform/useAction';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Confirm } from '../../../ui/Dialog';
import { Loaded } from '../../../ui/Loaded';
import { ErrorState } from '../../../ui/Notes';
import { SelectField } from '../../../ui/SelectField';
import { Words } from '../../../ui/Words';

const newChoices = [0, 2, 3, 5, 10, 15, MOST_NEW_PER_DAY];
const dueChoices = [0, 5, 8, 10, 15, 20, 30, MOST_DUE_PER_DAY];

/** 复习设置: how much a person wants to repeat in a day, and beginning from the start. */
export function ReviewSettings() {
  const me = useMe();
  const setting = useCloud('quiz.readReview', {}, { skip: !me });
  const save = useAction('quiz.setReview');
  const change = async (changes: Partial<{ newPerDay: number; duePerDay: number }>) => {
    if (!setting.data) return;
    const wanted = { ...setting.data, ...changes };
    if (!(await save.run(wanted))) return;
    setting.replace(wanted);
    announce('记下了');
  };
  return (
    <Loaded from={setting} lines={4}>
      {({ newPerDay, duePerDay }) => (
        <>
          <Card title="每天复习多少" aside="只给自己看">
            <SelectField
              label="快要忘的题，最多"
              hint="歇几天也不会多出来：剩下的分到以后几天"
              options={choicesOf(dueChoices, duePerDay)}
              value={String(duePerDay)}
              onChange={(key) => void change({ duePerDay: Number(key) })}
            />
            <SelectField
              label="没答过的题，最多"
              hint="要复习的多于一天的题数时，先不加新题"
              options={choicesOf(newChoices, newPerDay)}
              value={String(newPerDay)}
              onChange={(key) => void change({ newPerDay: Number(key) })}
            />
            {save.error && <ErrorState sentence={save.error.message} requestId={save.error.requestId} />}
          </Card>
          <Reset />
        </>
      )}
    </Loaded>
  );
}

function choicesOf(choices: readonly number[], current: number): { key: string; words: string }[] {
  const all = [...new Set([...choices, current])].sort((a, b) => a - b);
  return all.map((size) => ({ key: String(size), words: size === 0 ? '不要' : `${size} 题` }));
}

function Reset() {
  const [isAsking, setAsking] = useState(false);
  const reset = useAction('quiz.resetReview');
  const begin = async () => {
    if (!(await reset.run({}))) return;
    setAsking(false);
    announce('从头开始了');
  };
  return (
    <Card title="从头开始">
      <Words>每一题都当作没有答过，错题本也会清空。答过的记录还在，只是不再影响复习</Words>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        从头开始
      </Button>
      {isAsking && (
        <Confirm
          title="从头开始复习吗？"
          sentence="复习的安排和错题本会清空，不能撤回"
          confirmWords="从头开始"
          isDangerous
          isBusy={reset.isBusy}
          error={reset.error?.message}
          onConfirm={() => void begin()}
          onCancel={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
