import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import { type Organisation, optionsOf, treeOf } from '../organisation/organisationTree';
import { readDayOrMonth, readMobile } from './dayOrMonth';
import { PersonFields, type PersonForm } from './PersonFields';

interface JoinForm extends PersonForm {
  mobile: string;
  letterNo: string;
}

/** Takes one person into the roster by hand. */
export function JoinMember({
  organisations,
  preferred,
  onJoined,
  onClose,
}: {
  /** Where the reader may take people in. */
  organisations: readonly Organisation[];
  preferred: string;
  onJoined: () => void;
  onClose: () => void;
}) {
  const branches = organisations.filter(({ level }) => level === 'branch');
  const start =
    branches.find(({ id }) => id === preferred) ?? (branches.length === 1 ? branches[0] : undefined);
  const [organisationId, setOrganisationId] = useState(start?.id);
  const [form, setForm] = useState<JoinForm>({
    name: '',
    kind: 'full',
    mobile: '',
    joinedOn: '',
    fullSince: '',
    letterNo: '',
  });
  const [from, setFrom] = useState(today());
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, error } = useAction('roster.join');
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const joinedOn = readDayOrMonth(form.joinedOn);
  const fullSince = readDayOrMonth(form.fullSince);
  const mobile = readMobile(form.mobile);
  const save = async () => {
    setChecked(true);
    if (!organisationId || form.name.trim() === '' || from === '') return;
    if (joinedOn === undefined || fullSince === undefined || mobile === undefined) return;
    const letterNo = form.letterNo.trim() === '' ? null : form.letterNo;
    const done = await run({
      organisationId,
      from,
      name: form.name,
      kind: form.kind,
      mobile,
      joinedOn,
      fullSince,
      letterNo,
    });
    if (!done) return;
    announce(`${form.name.trim()}已经在名册里，登录名 ${done.loginName}`);
    onJoined();
    onClose();
  };
  return (
    <Confirm
      title="添一位同志"
      sentence="只记这几项。身份证号、籍贯这些不用写，也不保存"
      confirmWords="添进名册"
      isBusy={isBusy}
      error={error?.message}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <SelectField
        label="在哪个支部"
        options={optionsOf(treeOf(branches))}
        value={organisationId}
        error={isChecked && !organisationId ? '请选一个支部' : undefined}
        onChange={setOrganisationId}
      />
      <PersonFields form={form} isChecked={isChecked} onChange={change}>
        <TextField
          label="手机"
          hint="可以不写"
          kind="digits"
          value={form.mobile}
          maxLength={20}
          error={isChecked && mobile === undefined ? '手机号是 11 位数字' : undefined}
          onChange={(typed) => change({ mobile: typed })}
        />
      </PersonFields>
      <DayField
        label="从哪天起在这个支部"
        value={from}
        error={from === '' ? '请选一天' : undefined}
        onChange={setFrom}
      />
      <TextField
        label="介绍信编号"
        hint="可以不写"
        value={form.letterNo}
        maxLength={40}
        onChange={(typed) => change({ letterNo: typed })}
      />
    </Confirm>
  );
}
