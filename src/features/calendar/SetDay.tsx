import { useState } from 'react';
import type { Input, Output } from '../../contract/operations';
import { sayDayAndWeekday } from '../../domain/calendar/sayDay';
import { announce } from '../../platform/announce';
import { useAction } from '../../platform/useAction';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { Confirm } from '../../ui/Dialog';
import { TextField } from '../../ui/TextField';

type DayKind = Input<'calendar.setDay'>['kind'];

const kinds: { kind: DayKind; words: string }[] = [
  { kind: 'holiday', words: '放假' },
  { kind: 'workday', words: '上班' },
  { kind: 'asTable', words: '按原来的安排' },
];

export interface SetDayProps {
  day: string;
  /** How the day is set now; undefined: by its weekday. */
  special: Output<'calendar.year'>['days'][number] | undefined;
  onClose: () => void;
  onSet: () => Promise<void>;
}

/** One day for the whole bureau: a holiday, a working day, or as the notice has it. */
export function SetDay({ day, special, onClose, onSet }: SetDayProps) {
  const [kind, setKind] = useState<DayKind>(special?.kind ?? 'holiday');
  const [name, setName] = useState(special?.name ?? '');
  const [missing, setMissing] = useState<string>();
  const { run, isBusy, error } = useAction('calendar.setDay');
  const needsName = kind !== 'asTable';
  const save = async () => {
    if (needsName && name.trim() === '') return setMissing('请写是什么日子，例如国庆节、国庆节调休');
    // The contract wants a name in every case; on the way back to the notice it is not kept.
    const done = await run({ day, kind, name: needsName ? name : '按原来的安排' });
    if (!done) return;
    announce(`${sayDayAndWeekday(day)}改好了`);
    await onSet();
    onClose();
  };
  return (
    <Confirm
      title={sayDayAndWeekday(day)}
      sentence="全单位都照这里排晨学。已经排在这一天的篇目不动"
      confirmWords="改这一天"
      isBusy={isBusy}
      error={error?.message}
      onConfirm={save}
      onCancel={onClose}
    >
      <ChoiceGroup
        label="这一天怎样"
        kind="single"
        hasLetters={false}
        options={kinds.map(({ words }) => words)}
        chosen={[kinds.findIndex((one) => one.kind === kind)]}
        onChoose={([index = 0]) => setKind(kinds[index]?.kind ?? 'holiday')}
      />
      {needsName && (
        <TextField
          label="是什么日子"
          value={name}
          maxLength={20}
          error={missing}
          onChange={(value) => {
            setName(value);
            setMissing(undefined);
          }}
        />
      )}
    </Confirm>
  );
}
