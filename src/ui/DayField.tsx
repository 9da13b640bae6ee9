import { FieldFrame, useFieldIds } from './TextField';

export interface DayFieldProps {
  label: string;
  /** `day`: `YYYY-MM-DD`; `time`: `HH:MM`. Empty: nothing chosen yet. */
  kind?: 'day' | 'time';
  value: string;
  onChange: (value: string) => void;
  /** The first and last day that may be chosen, `YYYY-MM-DD`. */
  min?: string;
  max?: string;
  hint?: string;
  error?: string;
}

/** A day or a time of day: the browser's own field here, NutUI's DatePicker in WeChat (DayField.weapp.tsx). For subpackages. */
export function DayField({ kind = 'day', value, onChange, min, max, ...field }: DayFieldProps) {
  const { id, describedBy } = useFieldIds(field);
  return (
    <FieldFrame {...field} id={id}>
      <input
        id={id}
        className="ui-field-box"
        type={kind === 'day' ? 'date' : 'time'}
        value={value}
        min={min}
        max={max}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}
