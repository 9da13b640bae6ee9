import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { useCloud } from '../../../platform/useCloud';
import { Block } from '../../../ui/Block';
import { DayField } from '../../../ui/DayField';
import { Confirm } from '../../../ui/Dialog';
import { Loaded } from '../../../ui/Loaded';
import { Heading, Words } from '../../../ui/Words';
import { MemberPicker, type Picked } from './MemberPicker';
import type { PostLine } from './PostDialog';

/** 交接: who takes over and from when; before it is done one sees what goes along and what stays the predecessor's own. */
export function HandOver({
  post,
  onDone,
  onClose,
}: {
  post: PostLine;
  onDone: () => void;
  onClose: () => void;
}) {
  const preview = useCloud('roster.handOverPreview', { postId: post.postId });
  const [successor, setSuccessor] = useState<Picked>();
  const [on, setOn] = useState(today());
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, error } = useAction('roster.handOver');
  const isWrong = on === '' || on <= post.from;
  const save = async () => {
    setChecked(true);
    if (!successor || isWrong) return;
    const { postId, version } = post;
    if (!(await run({ postId, version, toMemberId: successor.memberId, on, to: null }))) return;
    announce(`${post.title}已交接给${successor.name}`);
    onDone();
  };
  return (
    <Confirm
      title={`交接${post.title}`}
      sentence={`${post.organisationName}。交接那天起权限归接任的同志，前一天是原来同志的最后一天`}
      confirmWords="交接"
      isBusy={isBusy}
      error={error?.message}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <Loaded from={preview} lines={3}>
        {({ memberName, moves, stays }) => (
          <>
            <Heading level={3}>{memberName}手上的，跟着职务走</Heading>
            {moves.length === 0 && <Words tone="quiet">现在没有要转的事</Words>}
            <Block as="ul">
              {moves.map(({ what, size }) => (
                <Block as="li" key={what}>
                  {what} {size} 件
                </Block>
              ))}
            </Block>
            <Heading level={3}>留在本人名下</Heading>
            {stays.map((sentence) => (
              <Words key={sentence} tone="quiet">
                {sentence}
              </Words>
            ))}
          </>
        )}
      </Loaded>
      <MemberPicker
        label="交给谁"
        organisationId={post.organisationId}
        picked={successor}
        error={isChecked && !successor ? '请选接任的同志' : undefined}
        onPick={setSuccessor}
      />
      <DayField
        label="从哪天起"
        value={on}
        error={isWrong ? '请选一天，要晚于原来任职的第一天' : undefined}
        onChange={setOn}
      />
    </Confirm>
  );
}
