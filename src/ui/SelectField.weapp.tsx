import { Picker } from '@nutui/nutui-react-taro';
import { useState } from 'react';
import { Pressable } from './Pressable';
import type { SelectFieldProps } from './SelectField';
import { FieldFrame, useFieldIds } from './TextField';

/** SelectField in WeChat: NutUI's wheel from below. */
export function SelectField<K extends string>({ options, value, onChange, ...field }: SelectFieldProps<K>) {
  const { id } = useFieldIds(field);
  const [isOpen, setOpen] = useState(false);
  const shown = options.find(({ key }) => key === value)?.words ?? '请选';
  return (
    <FieldFrame {...field} id={id}>
      <Pressable className="ui-field-box" label={`${field.label}：${shown}`} onPress={() => setOpen(true)}>
        {shown}
      </Pressable>
      {isOpen && (
        <Picker
          title={field.label}
          visible
          options={[options.map(({ key, words }) => ({ value: key, label: words }))]}
          value={value === undefined ? [] : [value]}
          onConfirm={(_, keys) => {
            // Untouched, the wheel stands on the first one and reports nothing.
            const key = (keys[0] as K | undefined) ?? options[0]?.key;
            if (key !== undefined) onChange(key);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </FieldFrame>
  );
}
