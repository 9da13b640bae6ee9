import { sayDayAndWeekday } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import { useCloud } from '../../../platform/useCloud';
import { SelectField } from '../../../ui/SelectField';
import { Words } from '../../../ui/Words';

export interface PublishDayProps {
  value: string | undefined;
  onChange: (day: string | undefined) => void;
  /** Leaving the day open is a choice of its own. */
  mayStayOpen: boolean;
  error?: string;
}

/** Says that the piece waits without a day. */
const noDay = 'none';

/** A free working day of the plan. */
export function PublishDay({ value, onChange, mayStayOpen, error }: PublishDayProps) {
  const { data, error: failure } = useCloud('study.desk', {});
  if (!data) return failure ? <Words tone="bad">{failure.message}</Words> : null;
  const free = data.plan.filter(({ piece }) => piece === null).map(({ day }) => day);
  const options = free.map((day) => ({
    key: day,
    words: day === today() ? '今天，马上就能看到' : sayDayAndWeekday(day),
  }));
  return (
    <SelectField
      label="哪个工作日发"
      hint={free.length === 0 ? '后面 15 个工作日都排满了' : undefined}
      error={error}
      options={mayStayOpen ? [{ key: noDay, words: '先不排' }, ...options] : options}
      value={value ?? (mayStayOpen ? noDay : undefined)}
      onChange={(day) => onChange(day === noDay ? undefined : day)}
    />
  );
}
