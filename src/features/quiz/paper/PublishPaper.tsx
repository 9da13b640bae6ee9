import { useState } from 'react';
import { addDays, shanghaiInstant } from '../../../domain/calendar/shanghai';
import type { PaperWay } from '../../../domain/quiz/paper/paperStanding';
import { announce } from '../../../platform/announce';
import { now, today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { DayField } from '../../../ui/DayField';
import { ErrorState } from '../../../ui/Notes';
import { SelectField } from '../../../ui/SelectField';
import { Heading, Words } from '../../../ui/Words';

const ways: { way: PaperWay; words: string }[] = [
  { way: 'phones', words: '在手机上各自答' },
  { way: 'projected', words: '投屏，大家一起答' },
  { way: 'both', words: '两样都要' },
];
const minuteChoices = [10, 15, 20, 30, 45, 60, 90, 120];
const NO_LIMIT = '0';

/** How and until when a paper is answered, and sending it out; from then on it stays as it is. */
export function PublishPaper({
  paperId,
  version,
  onDone,
}: {
  paperId: string;
  version: number;
  onDone: () => Promise<void>;
}) {
  const [way, setWay] = useState<PaperWay>('phones');
  const [minutes, setMinutes] = useState(NO_LIMIT);
  const [opens, setOpens] = useState<{ day: string; time: string }>();
  const [closes, setCloses] = useState({ day: addDays(today(), 7), time: '18:00' });
  const { run, isBusy, error } = useAction('quiz.publishPaper');
  const publish = async () => {
    const opensAt = opens ? shanghaiInstant(opens.day, opens.time) : now();
    const done = await run({
      paperId,
      version,
      way,
      minutes: minutes === NO_LIMIT || way === 'projected' ? null : Number(minutes),
      opensAt: opensAt.toISOString(),
      closesAt: shanghaiInstant(closes.day, closes.time).toISOString(),
    });
    if (!done) return;
    announce('已发布');
    await onDone();
  };
  return (
    <Card title="发布">
      <Heading level={3}>怎么答</Heading>
      <ChoiceGroup
        label="怎么答"
        kind="single"
        hasLetters={false}
        options={ways.map(({ words }) => words)}
        chosen={[ways.findIndex((one) => one.way === way)]}
        onChoose={([index = 0]) => setWay(ways[index]?.way ?? 'phones')}
      />
      {way !== 'projected' && (
        <SelectField
          label="答多久"
          options={[
            { key: NO_LIMIT, words: '不限，到结束为止' },
            ...minuteChoices.map((count) => ({ key: String(count), words: `${count} 分钟` })),
          ]}
          value={minutes}
          onChange={setMinutes}
        />
      )}
      <SelectField
        label="什么时候开始"
        options={[
          { key: 'now', words: '发布以后马上' },
          { key: 'later', words: '定一个时间' },
        ]}
        value={opens ? 'later' : 'now'}
        onChange={(key) => setOpens(key === 'later' ? { day: today(), time: '09:00' } : undefined)}
      />
      {opens && (
        <>
          <DayField
            label="开始那天"
            value={opens.day}
            min={today()}
            onChange={(day) => day && setOpens({ ...opens, day })}
          />
          <DayField
            kind="time"
            label="几点开始"
            value={opens.time}
            onChange={(time) => time && setOpens({ ...opens, time })}
          />
        </>
      )}
      <DayField
        label="结束那天"
        value={closes.day}
        min={today()}
        onChange={(day) => day && setCloses({ ...closes, day })}
      />
      <DayField
        kind="time"
        label="几点结束"
        hint="答案等结束以后大家才能看到，这些题那时回到练习里"
        value={closes.time}
        onChange={(time) => time && setCloses({ ...closes, time })}
      />
      <Words tone="small">
        谁答了、答得怎样，只有本人知道；每一题有五人以上答，结束以后可以看答对的大约几成
      </Words>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Button isBusy={isBusy} onPress={() => void publish()}>
        发布
      </Button>
    </Card>
  );
}
