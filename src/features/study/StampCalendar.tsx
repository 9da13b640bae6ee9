import { useState } from 'react';
import { today } from '../../platform/clock';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { useSignal } from '../../platform/useSignal';
import { Card } from '../../ui/Card';
import { MonthCalendar } from '../../ui/MonthCalendar';
import { ErrorState } from '../../ui/Notes';
import { Skeleton } from '../../ui/Skeleton';
import { Toggle } from '../../ui/Toggle';
import { Words } from '../../ui/Words';
import { CopyNote } from './CopyNote';
import { hideStamps, stampsHidden } from './stampsHidden';

/** 晨学日历: the reader's own stamps by month, for nobody else, and the way to put them out of sight. */
export function StampCalendar() {
  const isHidden = useSignal(stampsHidden);
  const [month, setMonth] = useState(() => today().slice(0, 7));
  return (
    <>
      {isHidden ? (
        <Words tone="quiet">晨学日历和篇数已收起。您学过的还在，随时可以再打开看</Words>
      ) : (
        <Month month={month} onMonth={setMonth} />
      )}
      <Card>
        <Toggle
          label="显示晨学日历和篇数"
          detail="只影响这台设备"
          isOn={!isHidden}
          onChange={(isOn) => hideStamps(!isOn)}
        />
      </Card>
      <Words tone="small">日历只给自己看，不计分，不给书记看，也不进任何报表。没学的日子不作标记</Words>
    </>
  );
}

function Month({ month, onMonth }: { month: string; onMonth: (month: string) => void }) {
  const me = useMe();
  const { data, error, savedAt, reload } = useCloud(
    'study.calendar',
    { month },
    { cacheKey: `study.calendar/${month}`, skip: !me },
  );
  const marks = Object.fromEntries(
    (data?.stampedDays ?? []).map((day) => [day, { words: '已学', strength: 'soft' as const }]),
  );
  const isThisMonth = month >= today().slice(0, 7);
  return (
    <>
      {data && <CopyNote error={error} savedAt={savedAt} />}
      <Card>
        <MonthCalendar
          month={month}
          marks={marks}
          today={data?.today ?? today()}
          onEarlier={() => onMonth(monthBeside(month, -1))}
          onLater={isThisMonth ? undefined : () => onMonth(monthBeside(month, 1))}
        />
        {data && (
          <Words>
            {isThisMonth ? '本月' : `${Number(month.slice(5))}月`}学了 {data.stamped} 篇
          </Words>
        )}
      </Card>
      {!data && !error && <Skeleton lines={1} />}
      {!data && error && <ErrorState sentence={error.message} requestId={error.requestId} onRetry={reload} />}
    </>
  );
}

/** The month before (-1) or after (1), `YYYY-MM`. */
function monthBeside(month: string, step: -1 | 1): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
}
