import { useState } from 'react';
import type { Input } from '../../../contract/operations';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import { levelWords, type Organisation } from './organisationTree';

type NewLevel = Input<'roster.createOrganisation'>['level'];

/** The levels that can be made by hand; the committee and the leading group are there from the beginning. */
const made: readonly NewLevel[] = ['generalBranch', 'branch', 'group', 'team'];

export interface EditOrganisationProps {
  /** The one to be changed, or `under`: where a new one is made. */
  organisation?: Organisation;
  under?: Organisation;
  onDone: () => void;
  onClose: () => void;
}

/** Name and 启用日期 of an organisation, new or old. */
export function EditOrganisation({ organisation, under, onDone, onClose }: EditOrganisationProps) {
  const levels = made.filter((one) => under?.mayAdd.includes(one));
  const [level, setLevel] = useState<NewLevel | undefined>(levels.length === 1 ? levels[0] : undefined);
  const [name, setName] = useState(organisation?.name ?? '');
  const [enabledOn, setEnabledOn] = useState(organisation ? (organisation.enabledOn ?? '') : today());
  const [isChecked, setChecked] = useState(false);
  const editing = useAction('roster.editOrganisation');
  const creating = useAction('roster.createOrganisation');
  const save = async () => {
    setChecked(true);
    if (name.trim() === '') return;
    const day = enabledOn === '' ? null : enabledOn;
    if (organisation) {
      const { id, version } = organisation;
      if (await editing.run({ organisationId: id, version, name, enabledOn: day })) onDone();
    } else if (under && level) {
      if (await creating.run({ parentId: under.id, name, level, enabledOn: day })) onDone();
    }
  };
  return (
    <Confirm
      title={organisation ? `改${organisation.name}` : `在${under?.name ?? ''}下面建一个`}
      sentence="启用日期以前的会议和学习不算欠。空着就是还没启用"
      confirmWords={organisation ? '保存' : '建好'}
      isBusy={editing.isBusy || creating.isBusy}
      error={(editing.error ?? creating.error)?.message}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      {under && (
        <SelectField
          label="是什么"
          options={levels.map((one) => ({ key: one, words: levelWords[one] }))}
          value={level}
          error={isChecked && !level ? '请选一种' : undefined}
          onChange={setLevel}
        />
      )}
      <TextField
        label="名称"
        value={name}
        maxLength={60}
        error={isChecked && name.trim() === '' ? '请写名称' : undefined}
        onChange={setName}
      />
      <DayField label="启用日期" value={enabledOn} onChange={setEnabledOn} />
    </Confirm>
  );
}
