import { useState } from 'react';
import type { Input } from '../../../contract/operations';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import { SelectField } from '../../../ui/SelectField';
import { belongingWords } from '../member';
import { type Organisation, optionsOf, treeOf } from '../organisation/organisationTree';
import type { MemberActProps } from './EditMember';

type Kind = Input<'roster.belong'>['kind'];

/** A second belonging beside the branch: what kind it can be follows from the organisation's level. */
export function BelongMember({
  member,
  organisations,
  onDone,
  onClose,
}: MemberActProps & { organisations: readonly Organisation[] }) {
  const [organisationId, setOrganisationId] = useState<string>();
  const [guest, setGuest] = useState<'dual' | 'temporary'>('dual');
  const [from, setFrom] = useState(today());
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, error } = useAction('roster.belong');
  const offered = organisations.filter(
    ({ level }) => level === 'group' || level === 'team' || level === 'branch',
  );
  const level = organisations.find(({ id }) => id === organisationId)?.level;
  const kind: Kind = level === 'group' || level === 'team' ? level : guest;
  const save = async () => {
    setChecked(true);
    if (!organisationId || from === '') return;
    const { memberId, version } = member;
    if (await run({ memberId, version, organisationId, kind, from, to: null })) onDone();
  };
  return (
    <Confirm
      title={`${member.name}加入小组`}
      sentence="组织关系不动。加入以后，那里的会议和任务也会通知到"
      confirmWords="加入"
      isBusy={isBusy}
      error={error?.message}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <SelectField
        label="加入哪里"
        options={optionsOf(treeOf(offered))}
        value={organisationId}
        error={isChecked && !organisationId ? '请选一个' : undefined}
        onChange={setOrganisationId}
      />
      {level === 'branch' && (
        <SelectField
          label="怎样的关系"
          options={[
            { key: 'dual', words: belongingWords.dual },
            { key: 'temporary', words: belongingWords.temporary },
          ]}
          value={guest}
          onChange={setGuest}
        />
      )}
      <DayField
        label="从哪天起"
        value={from}
        error={from === '' ? '请选一天' : undefined}
        onChange={setFrom}
      />
    </Confirm>
  );
}
