import { useState } from 'react';
import type { Output } from '../../contract/operations';
import { sayDayAndWeekday } from '../../domain/calendar/sayDay';
import { addDays, weekday } from '../../domain/calendar/shanghai';
import { today } from '../../platform/clock';
import { useCloud } from '../../platform/useCloud';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { List, ListRow } from '../../ui/ListRow';
import { Loaded } from '../../ui/Loaded';
import { type DayMark, MonthCalendar } from '../../ui/MonthCalendar';
import { Words } from '../../ui/Words';
import { SetDay } from './SetDay';

type Year = Output<'calendar.year'>;

/** As far as the contract goes (calendar.year). */
const years = { first: 2004, last: 2100 };

/** 节假日表: a year's days that differ from Monday to Friday, month by month; whoever may can set a day. */
export function YearCalendar() {
  const [month, setMonth] = useState(today().slice(0, 7));
  const [day, setDay] = useState<string>();
  const number = Number(month.slice(0, 4));
  const year = useCloud('calendar.year', { year: number });
  const isFirst = month === `${years.first}-01`;
  const isLast = month === `${years.last}-12`;
  return (
    <Loaded from={year} lines={8}>
      {(data) => (
        <>
          <Words tone={data.known ? 'quiet' : 'warn'}>
            {data.known
              ? `${number}年的节假日安排已经录入`
              : `${number}年节假日安排尚未录入，先按周一到周五算工作日`}
            {data.mayEdit ? '。点一天可以改' : ''}
          </Words>
          <Card>
            <MonthCalendar
              month={month}
              marks={marksOf(data, month)}
              today={today()}
              selected={day}
              onEarlier={isFirst ? undefined : () => setMonth(addDays(`${month}-01`, -1).slice(0, 7))}
              onLater={isLast ? undefined : () => setMonth(addDays(`${month}-01`, 31).slice(0, 7))}
              onDay={data.mayEdit ? setDay : undefined}
            />
          </Card>
          <SpecialDays year={data} onChoose={data.mayEdit ? setDay : undefined} />
          {day && (
            <SetDay
              key={day}
              day={day}
              special={data.days.find((one) => one.day === day)}
              onClose={() => setDay(undefined)}
              onSet={year.reload}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

function SpecialDays({ year, onChoose }: { year: Year; onChoose: ((day: string) => void) | undefined }) {
  const [isShown, setShown] = useState(false);
  if (year.days.length === 0) return null;
  if (!isShown) {
    return (
      <Button kind="secondary" onPress={() => setShown(true)}>
        看全年的 {year.days.length} 天
      </Button>
    );
  }
  return (
    <Card title={`${year.year}年`}>
      <List label={`${year.year}年的特殊日子`}>
        {year.days.map(({ day, kind, name, edited }) => (
          <ListRow
            key={day}
            title={sayDayAndWeekday(day)}
            detail={edited ? `${name}（本单位改的）` : name}
            aside={
              <Chip
                tone={kind === 'holiday' ? 'plain' : 'warn'}
                words={kind === 'holiday' ? '放假' : '上班'}
              />
            }
            onPress={onChoose && (() => onChoose(day))}
          />
        ))}
      </List>
    </Card>
  );
}

/** Weekends are quiet, holidays named, working days in exchange filled. */
function marksOf({ days }: Year, month: string): Record<string, DayMark> {
  const marks: Record<string, DayMark> = {};
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
    if (weekday(day) > 5) marks[day] = { words: '休', strength: 'faint' };
  }
  for (const { day, kind } of days) {
    if (!day.startsWith(month)) continue;
    marks[day] =
      kind === 'holiday' ? { words: '放假', strength: 'soft' } : { words: '上班', strength: 'strong' };
  }
  return marks;
}
