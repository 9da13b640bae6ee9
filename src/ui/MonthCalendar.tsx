import { Block } from './Block';
import { Pressable } from './Pressable';
import './MonthCalendar.scss';

/** What a day carries: one word for it (已学, 休息, 有会议) and how strongly it is drawn. */
export interface DayMark {
  words: string;
  /** `strong`: filled; `soft`: a soft ground; `faint`: quiet, such as a day of rest. */
  strength: 'strong' | 'soft' | 'faint';
}

export interface MonthCalendarProps {
  /** `YYYY-MM`. */
  month: string;
  /** `YYYY-MM-DD` -> mark. Days without one are plain: nothing is said about what is not there. */
  marks: Readonly<Record<string, DayMark>>;
  today?: string;
  /** Buttons to the neighbouring months; leave one out at the end of what there is. */
  onEarlier?: () => void;
  onLater?: () => void;
  /** Makes the days pressable. */
  onDay?: (day: string) => void;
  selected?: string;
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** A month, Monday first, with marks. */
export function MonthCalendar(props: MonthCalendarProps) {
  const { month, onEarlier, onLater } = props;
  const [year = 0, number = 0] = month.split('-').map(Number);
  const leading = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const days = Array.from({ length }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  return (
    <Block className="ui-month">
      <Block className="ui-month-head">
        {onEarlier && (
          <Pressable className="ui-month-step" onPress={onEarlier}>
            上月
          </Pressable>
        )}
        <Block as="h2" className="ui-month-name">
          {year}年{number}月
        </Block>
        {onLater && (
          <Pressable className="ui-month-step" onPress={onLater}>
            下月
          </Pressable>
        )}
      </Block>
      <Block className="ui-month-grid" aria-hidden>
        {weekdays.map((day) => (
          <Block key={day} className="ui-month-weekday">
            {day}
          </Block>
        ))}
      </Block>
      <Block as="ol" className="ui-month-grid">
        {days.map((day, index) => (
          <Block as="li" key={day} style={index === 0 ? { gridColumnStart: leading + 1 } : undefined}>
            <Day {...props} day={day} />
          </Block>
        ))}
      </Block>
    </Block>
  );
}

function Day({ day, marks, today, selected, onDay }: MonthCalendarProps & { day: string }) {
  const mark = marks[day];
  const [, month, date] = day.split('-').map(Number);
  const classes = ['ui-day'];
  if (mark) classes.push(`ui-day-${mark.strength}`);
  if (day === today) classes.push('ui-day-today');
  if (day === selected) classes.push('ui-day-selected');
  const spoken = [`${month}月${date}日`, day === today && '今天', mark?.words].filter(Boolean).join('，');
  const shown = (
    <>
      <Block as="span" className="ui-day-number" aria-hidden>
        {date}
      </Block>
      {mark && (
        <Block as="span" className="ui-day-words" aria-hidden>
          {mark.words}
        </Block>
      )}
    </>
  );
  const words = (
    <Block as="span" className="ui-hidden">
      {spoken}
    </Block>
  );
  if (onDay) {
    return (
      <Pressable
        className={classes.join(' ')}
        // A browser reads the hidden words; a label there would contradict the ones that are seen.
        label={process.env.TARO_ENV === 'weapp' ? spoken : undefined}
        isCurrent={day === selected}
        onPress={() => onDay(day)}
      >
        {shown}
        {words}
      </Pressable>
    );
  }
  return (
    <Block className={classes.join(' ')}>
      {shown}
      {words}
    </Block>
  );
}
