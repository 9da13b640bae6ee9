import { TextField } from '../../ui/TextField';
import type { NewPassphrase } from './passphraseErrors';

export interface PassphraseFieldsProps {
  value: NewPassphrase;
  errors: Partial<NewPassphrase>;
  onChange: (value: NewPassphrase) => void;
}

/** A new passphrase, twice, with the rule in words (domain/identity/passphrase). */
export function PassphraseFields({ value, errors, onChange }: PassphraseFieldsProps) {
  return (
    <>
      <TextField
        label="自己定一个口令"
        hint="至少 10 个字，写一句自己好记、别人猜不到的话就行。不要全是同一个字，也不要连续数字"
        kind="password"
        autoComplete="new-password"
        maxLength={200}
        value={value.passphrase}
        error={errors.passphrase}
        onChange={(passphrase) => onChange({ ...value, passphrase })}
      />
      <TextField
        label="再写一遍口令"
        kind="password"
        autoComplete="new-password"
        maxLength={200}
        value={value.again}
        error={errors.again}
        onChange={(again) => onChange({ ...value, again })}
      />
    </>
  );
}
