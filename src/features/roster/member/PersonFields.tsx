import type { ReactNode } from 'react';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import { kindWords } from '../member';
import { faultOfDayOrMonth } from './dayOrMonth';

/** What the roster keeps of a person, as it is typed. */
export interface PersonForm {
  name: string;
  kind: 'full' | 'probationary';
  joinedOn: string;
  fullSince: string;
}

/** The fields that a person is taken in with and corrected by. */
export function PersonFields({
  form,
  isChecked,
  onChange,
  children,
}: {
  form: PersonForm;
  /** The person has tried to save: say what is wrong. */
  isChecked: boolean;
  onChange: (part: Partial<PersonForm>) => void;
  /** The mobile number's field. */
  children: ReactNode;
}) {
  return (
    <>
      <TextField
        label="姓名"
        value={form.name}
        maxLength={40}
        error={isChecked && form.name.trim() === '' ? '请写姓名' : undefined}
        onChange={(name) => onChange({ name })}
      />
      <SelectField
        label="人员类别"
        options={[
          { key: 'full', words: kindWords.full },
          { key: 'probationary', words: kindWords.probationary },
        ]}
        value={form.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {children}
      <TextField
        label="入党日期"
        hint="1985-07-01；只知道月份，写 1985-07"
        value={form.joinedOn}
        maxLength={20}
        error={isChecked ? faultOfDayOrMonth(form.joinedOn) : undefined}
        onChange={(joinedOn) => onChange({ joinedOn })}
      />
      <TextField
        label="转正日期"
        value={form.fullSince}
        maxLength={20}
        error={isChecked ? faultOfDayOrMonth(form.fullSince) : undefined}
        onChange={(fullSince) => onChange({ fullSince })}
      />
    </>
  );
}
