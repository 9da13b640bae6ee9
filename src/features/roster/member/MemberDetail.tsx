import { useState } from 'react';
import { saySpan } from '../../../domain/calendar/sayDate';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { Stack } from '../../../ui/Words';
import { belongingWords, type Member, markWords } from '../member';
import type { Organisation } from '../organisation/organisationTree';
import { PostDialog } from '../organisation/PostDialog';
import { AppointMember } from './AppointMember';
import { BelongMember } from './BelongMember';
import { EditMember } from './EditMember';
import { EndBelonging } from './EndBelonging';
import { EndMark } from './EndMark';
import { LeaveMember } from './LeaveMember';
import { MarkMember } from './MarkMember';
import { MemberDoors } from './MemberDoors';
import { MemberHead } from './MemberHead';
import { TransferMember } from './TransferMember';

type Doing =
  | { what: 'edit' | 'mark' | 'appoint' | 'belong' | 'transfer' | 'leave' }
  | { what: 'endMark' | 'endBelonging' | 'post'; id: string };

export interface MemberDetailProps {
  memberId: string;
  /** The tree as the reader sees it. */
  organisations: readonly Organisation[];
  /** Something of this person has changed: lists beside may be old. */
  onChanged?: () => unknown;
}

/** One person of the roster: what is kept, where they belonged when, posts with their terms, and what can be done. */
export function MemberDetail({ memberId, organisations, onChanged }: MemberDetailProps) {
  const found = useCloud('roster.member', { memberId });
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const done = () => {
    close();
    void found.reload();
    void onChanged?.();
  };
  const act = { onDone: done, onClose: close };
  return (
    <Loaded from={found} lines={6}>
      {(member) => (
        <>
          <MemberHead
            member={member}
            onEdit={member.mayEdit ? () => setDoing({ what: 'edit' }) : undefined}
          />
          <MemberDoors member={member} onChanged={done} />
          <Marks member={member} onDo={setDoing} />
          <Posts member={member} organisations={organisations} onDo={setDoing} />
          <Belongings member={member} onDo={setDoing} />
          {doing?.what === 'edit' && <EditMember member={member} {...act} />}
          {doing?.what === 'mark' && <MarkMember member={member} {...act} />}
          {doing?.what === 'endMark' && <EndMark member={member} markId={doing.id} {...act} />}
          {doing?.what === 'appoint' && (
            <AppointMember memberId={memberId} name={member.name} organisations={organisations} {...act} />
          )}
          {doing?.what === 'post' && (
            <PostDialog post={postOf(member, doing.id)} holder={member.name} {...act} />
          )}
          {doing?.what === 'belong' && (
            <BelongMember member={member} organisations={organisations} {...act} />
          )}
          {doing?.what === 'endBelonging' && <EndBelonging member={member} belongingId={doing.id} {...act} />}
          {doing?.what === 'transfer' && (
            <TransferMember member={member} organisations={organisations} {...act} />
          )}
          {doing?.what === 'leave' && <LeaveMember member={member} {...act} />}
        </>
      )}
    </Loaded>
  );
}

type Part = { member: Member; onDo: (doing: Doing) => void };

function Marks({ member, onDo }: Part) {
  if (member.marks.length === 0 && !member.mayEdit) return null;
  return (
    <Card title="情况">
      {member.marks.length > 0 && (
        <List label="情况">
          {member.marks.map(({ id, kind, from, to }) => (
            <ListRow
              key={id}
              title={markWords[kind]}
              detail={saySpan(from, to)}
              onPress={member.mayEdit ? () => onDo({ what: 'endMark', id }) : undefined}
            />
          ))}
        </List>
      )}
      {member.mayEdit && (
        <Button kind="secondary" isInline onPress={() => onDo({ what: 'mark' })}>
          记一项情况
        </Button>
      )}
    </Card>
  );
}

function Posts({ member, organisations, onDo }: Part & { organisations: readonly Organisation[] }) {
  const mayAppoint = organisations.some((one) => one.mayAppoint.length > 0);
  if (member.posts.length === 0 && !mayAppoint) return null;
  return (
    <Card title="党内职务">
      {member.posts.length > 0 && (
        <List label="党内职务">
          {member.posts.map((post) => (
            <ListRow
              key={post.postId}
              title={post.title}
              detail={`${post.organisationName} · ${saySpan(post.from, post.to)}${
                post.named.length > 0 ? ` · ${post.named.join('、')}` : ''
              }`}
              onPress={
                post.mayEnd || post.mayHandOver ? () => onDo({ what: 'post', id: post.postId }) : undefined
              }
            />
          ))}
        </List>
      )}
      {mayAppoint && (
        <Button kind="secondary" isInline onPress={() => onDo({ what: 'appoint' })}>
          任职
        </Button>
      )}
    </Card>
  );
}

function Belongings({ member, onDo }: Part) {
  return (
    <Card title="组织关系">
      <List label="组织关系">
        {member.belongings.map(({ id, organisationName, kind, from, to, letterNo }) => (
          <ListRow
            key={id}
            title={organisationName}
            detail={[belongingWords[kind], saySpan(from, to), letterNo && `介绍信 ${letterNo}`]
              .filter(Boolean)
              .join(' · ')}
            onPress={
              member.mayEdit && kind !== 'formal' && to === null
                ? () => onDo({ what: 'endBelonging', id })
                : undefined
            }
          />
        ))}
      </List>
      {member.mayEdit && (
        <Stack isRow>
          <Button kind="secondary" isInline onPress={() => onDo({ what: 'transfer' })}>
            转支部
          </Button>
          <Button kind="secondary" isInline onPress={() => onDo({ what: 'belong' })}>
            加入小组
          </Button>
          <Button kind="secondary" isInline onPress={() => onDo({ what: 'leave' })}>
            转出或离开
          </Button>
        </Stack>
      )}
    </Card>
  );
}

function postOf(member: Member, postId: string): Member['posts'][number] | undefined {
  return member.posts.find((post) => post.postId === postId);
}
