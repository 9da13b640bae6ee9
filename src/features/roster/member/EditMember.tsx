import { useState } from 'react';
import { useAction } from '../../../platform/useAction';
import { Confirm } from '../../../ui/Dialog';
import { TextField } from '../../../ui/TextField';
import { Toggle } from '../../../ui/Toggle';
import type { Member } from '../member';
import { readDayOrMonth, readMobile } from './dayOrMonth';
import { PersonFields } from './PersonFields';

/** What every dialog about a member needs. */
export interface MemberActProps {
  member: Member;
  /** It is done: draw the person anew. */
  onDone: () => void;
  onClose: () => void;
}

/** Corrects what the roster keeps. The mobile number is written anew or left: it is never shown in full. */
export function EditMember({ member, onDone, onClose }: MemberActProps) {
  const [form, setForm] = useState({
    name: member.name,
    kind: member.kind,
    joinedOn: member.joinedOn ?? '',
    fullSince: member.fullSince ?? '',
    leadingCadre: member.leadingCadre,
    isSuspended: member.status === 'suspended',
  });
  const [mobile, setMobile] = useState<string>();
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, error } = useAction('roster.editMember');
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const joinedOn = readDayOrMonth(form.joinedOn);
  const fullSince = readDayOrMonth(form.fullSince);
  const number = mobile === undefined ? undefined : readMobile(mobile);
  const isMobileWrong = mobile !== undefined && number === undefined;
  const save = async () => {
    setChecked(true);
    const isRight = form.name.trim() !== '' && !isMobileWrong;
    if (!isRight || joinedOn === undefined || fullSince === undefined) return;
    const done = await run({
      memberId: member.memberId,
      version: member.version,
      name: form.name,
      kind: form.kind,
      status: form.isSuspended ? 'suspended' : 'active',
      leadingCadre: form.leadingCadre,
      joinedOn,
      fullSince,
      ...(mobile === undefined ? {} : { mobile: number }),
    });
    if (done) onDone();
  };
  return (
    <Confirm
      title={`改${member.name}的资料`}
      sentence="只改写错的地方。换支部、任职、退休请在各自的地方记，以前的记录会留着"
      confirmWords="保存"
      isBusy={isBusy}
      error={error?.message}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <PersonFields form={form} isChecked={isChecked} onChange={change}>
        <TextField
          label="手机"
          hint={member.mobileMasked ? `现在是 ${member.mobileMasked}，不改就空着` : '可以不写'}
          kind="digits"
          value={mobile ?? ''}
          maxLength={20}
          error={isChecked && isMobileWrong ? '手机号是 11 位数字' : undefined}
          onChange={(typed) => setMobile(typed === '' ? undefined : typed)}
        />
        {member.mobileMasked && (
          <Toggle
            label="不再保存手机号"
            isOn={mobile === ''}
            onChange={(isOn) => setMobile(isOn ? '' : undefined)}
          />
        )}
      </PersonFields>
      <Toggle
        label="领导干部"
        isOn={form.leadingCadre}
        onChange={(leadingCadre) => change({ leadingCadre })}
      />
      <Toggle label="停止党籍" isOn={form.isSuspended} onChange={(isSuspended) => change({ isSuspended })} />
    </Confirm>
  );
}
