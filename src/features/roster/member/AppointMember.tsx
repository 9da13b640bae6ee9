import { useState } from 'react';
import { type Post, postTitles } from '../../../domain/roster/posts';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { Confirm } from '../../../ui/Dialog';
import { SelectField } from '../../../ui/SelectField';
import { type Organisation, optionsOf, treeOf } from '../organisation/organisationTree';
import { isTermRight, TermFields } from './TermFields';

/** Posts that act for organisations named one by one (contract `roster.appoint`). */
const actsForNamed: readonly Post[] = ['clerk', 'contactLeader', 'supervisor'];

/** As many as one post may name (contract `roster.appoint`). */
const mostNamed = 50;

export interface AppointMemberProps {
  memberId: string;
  name: string;
  organisations: readonly Organisation[];
  onDone: () => void;
  onClose: () => void;
}

/** Gives somebody a post in an organisation, with a term. Which posts are offered where is the cloud's word. */
export function AppointMember({ memberId, name, organisations, onDone, onClose }: AppointMemberProps) {
  const offered = treeOf(organisations.filter(({ mayAppoint }) => mayAppoint.length > 0));
  const only = offered.length === 1 ? offered[0]?.organisation.id : undefined;
  const [organisationId, setOrganisationId] = useState(only);
  const [post, setPost] = useState<Post>();
  const [term, setTerm] = useState({ from: today(), to: '' });
  const [named, setNamed] = useState<readonly number[]>([]);
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, error } = useAction('roster.appoint');
  const posts = organisations.find(({ id }) => id === organisationId)?.mayAppoint ?? [];
  const branches = organisations.filter(({ level }) => level === 'branch').slice(0, mostNamed);
  const needsNamed = post !== undefined && actsForNamed.includes(post);
  const save = async () => {
    setChecked(true);
    if (!organisationId || !post || !isTermRight(term) || (needsNamed && named.length === 0)) return;
    const ids = needsNamed ? named.flatMap((index) => branches[index]?.id ?? []) : [];
    const { from, to } = term;
    const done = await run({ memberId, organisationId, post, from, to: to === '' ? null : to, named: ids });
    if (done) onDone();
  };
  return (
    <Confirm
      title={`${name}任职`}
      sentence="到期那天权限自动结束。同时有几个职务的，一起算，不用换账号"
      confirmWords="任职"
      isBusy={isBusy}
      error={error?.message}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <SelectField
        label="在哪个组织"
        options={optionsOf(offered)}
        value={organisationId}
        error={isChecked && !organisationId ? '请选一个组织' : undefined}
        onChange={(id) => {
          setOrganisationId(id);
          setPost(undefined);
        }}
      />
      {organisationId && (
        <SelectField
          label="什么职务"
          options={posts.map((one) => ({ key: one, words: postTitles[one] }))}
          value={post}
          error={isChecked && !post ? '请选一个职务' : undefined}
          onChange={setPost}
        />
      )}
      {needsNamed && (
        <ChoiceGroup
          label="负责哪些支部"
          kind="multiple"
          hasLetters={false}
          options={branches.map((branch) => branch.name)}
          chosen={named}
          onChoose={setNamed}
        />
      )}
      <TermFields term={term} openHint="任期没定就空着" onChange={setTerm} />
    </Confirm>
  );
}
