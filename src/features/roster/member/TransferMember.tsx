import { useState } from 'react';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import { Words } from '../../../ui/Words';
import { type Organisation, optionsOf, treeOf } from '../organisation/organisationTree';
import type { MemberActProps } from './EditMember';

/** The place of right moves to another branch of the bureau from a day on; what was before stays on record. */
export function TransferMember({
  member,
  organisations,
  onDone,
  onClose,
}: MemberActProps & { organisations: readonly Organisation[] }) {
  const [toOrganisationId, setTarget] = useState<string>();
  const [on, setOn] = useState(today());
  const [letterNo, setLetterNo] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, error } = useAction('roster.transfer');
  const now = member.belongings.find(({ kind, to }) => kind === 'formal' && to === null);
  const branches = organisations.filter(
    ({ id, level, mayEnrol }) => level === 'branch' && mayEnrol && id !== now?.organisationId,
  );
  const save = async () => {
    setChecked(true);
    if (!toOrganisationId || on === '') return;
    const { memberId, version } = member;
    const letter = letterNo.trim() === '' ? null : letterNo;
    if (await run({ memberId, version, toOrganisationId, on, letterNo: letter })) onDone();
  };
  return (
    <Confirm
      title={`${member.name}转到别的支部`}
      sentence={`现在在${now?.organisationName ?? '别处'}。以前的会议和记录仍算在原来的支部`}
      confirmWords="转过去"
      isBusy={isBusy}
      error={error?.message}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      {branches.length === 0 && <Words tone="warn">转到别的支部由机关党委办理，请联系机关党委</Words>}
      <SelectField
        label="转到哪个支部"
        options={optionsOf(treeOf(branches))}
        value={toOrganisationId}
        error={isChecked && !toOrganisationId ? '请选一个支部' : undefined}
        onChange={setTarget}
      />
      <DayField label="从哪天起" value={on} error={on === '' ? '请选一天' : undefined} onChange={setOn} />
      <TextField label="介绍信编号" hint="可以不写" value={letterNo} maxLength={40} onChange={setLetterNo} />
    </Confirm>
  );
}
