import { DatePicker } from '@nutui/nutui-react-taro';
import { useState } from 'react';
import type { DayFieldProps } from './DayField';
import { Pressable } from './Pressable';
import { FieldFrame, useFieldIds } from './TextField';

/** NutUI wants local Date objects; only their year, month, day, hour and minute are used, so the zone does not matter. */
function asDate(day: string, time: string): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(year, month - 1, date, hour, minute);
}

/** DayField in WeChat: NutUI's wheels from below. */
export function DayField({ kind = 'day', value, onChange, min, max, ...field }: DayFieldProps) {
  const { id } = useFieldIds(field);
  const [isOpen, setOpen] = useState(false);
  const shown = value || '请选';
  const isDay = kind === 'day';
  const current = value ? (isDay ? asDate(value, '00:00') : asDate('2026-01-01', value)) : undefined;
  // NutUI takes an undefined limit for a limit and dies of it.
  const limits = {
    ...(isDay && min ? { startDate: asDate(min, '00:00') } : {}),
    ...(isDay && max ? { endDate: asDate(max, '00:00') } : {}),
    ...(current ? { value: current } : {}),
  };
  return (
    <FieldFrame {...field} id={id}>
      <Pressable className="ui-field-box" label={`${field.label}：${shown}`} onPress={() => setOpen(true)}>
        {shown}
      </Pressable>
      {/* Drawn only while open: NutUI measures its wheels as soon as they are there. */}
      {isOpen && (
        <DatePicker
          title={field.label}
          type={isDay ? 'date' : 'hour-minutes'}
          visible
          {...limits}
          onConfirm={(_, values) => {
            const [first = '', ...rest] = values.map((part) => String(part).padStart(2, '0'));
            onChange([first, ...rest].join(isDay ? '-' : ':'));
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </FieldFrame>
  );
}
