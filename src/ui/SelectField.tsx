import { FieldFrame, useFieldIds } from './TextField';

export interface SelectFieldProps<K extends string> {
  label: string;
  options: readonly { key: K; words: string }[];
  /** Undefined: nothing chosen yet. */
  value: K | undefined;
  onChange: (key: K) => void;
  hint?: string;
  error?: string;
}

/** One of a list: the browser's own list here, NutUI's Picker in WeChat (SelectField.weapp.tsx). For subpackages. */
export function SelectField<K extends string>({ options, value, onChange, ...field }: SelectFieldProps<K>) {
  const { id, describedBy } = useFieldIds(field);
  return (
    <FieldFrame {...field} id={id}>
      <select
        id={id}
        className="ui-field-box"
        value={value ?? ''}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value as K)}
      >
        {value === undefined && <option value="">请选</option>}
        {options.map(({ key, words }) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
