import { useState } from 'react';
import { useCloud } from '../../platform/useCloud';
import { useIsWide } from '../../platform/useIsWide';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { SegmentedTabs } from '../../ui/SegmentedTabs';
import { type Column, Table } from '../../ui/Table';
import { Words } from '../../ui/Words';
import { MemberCard } from './MemberCard';
import { type Member, sayAbout, sayActivated } from './member';

const columns: readonly Column<Member>[] = [
  { title: '姓名', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { title: '情况', cell: sayAbout },
  { title: '登录名', cell: ({ loginName }) => loginName },
  { title: '激活', cell: sayActivated, sortBy: sayActivated },
];

/** The members of one organisation: a table on a PC, a list on a phone; each opens what can be done for that person. */
export function MemberList({ organisationId }: { organisationId: string }) {
  const roster = useCloud('roster.members', { organisationId });
  const isWide = useIsWide();
  const [shown, setShown] = useState<'all' | 'waiting'>('all');
  const [openId, setOpenId] = useState<string>();
  return (
    <Loaded from={roster} lines={8}>
      {({ organisationName, members }) => {
        if (members.length === 0) return <EmptyState sentence={`${organisationName}的名册里还没有人`} />;
        const waiting = members.filter(({ activated }) => !activated);
        const listed = shown === 'all' ? members : waiting;
        const open = members.find(({ memberId }) => memberId === openId);
        return (
          <>
            <SegmentedTabs
              label="显示哪些人"
              tabs={[
                { key: 'all', words: `全部 ${members.length}` },
                { key: 'waiting', words: `未激活 ${waiting.length}` },
              ]}
              current={shown}
              onChange={setShown}
            />
            {listed.length === 0 && <Words tone="quiet">都激活了</Words>}
            {listed.length > 0 && isWide && (
              <Table
                caption={`${organisationName}名册`}
                columns={columns}
                rows={listed}
                rowKey={({ memberId }) => memberId}
                onOpen={({ memberId }) => setOpenId(memberId)}
              />
            )}
            {listed.length > 0 && !isWide && (
              <Card>
                <List label={`${organisationName}名册`}>
                  {listed.map((member) => (
                    <ListRow
                      key={member.memberId}
                      title={member.name}
                      detail={sayAbout(member)}
                      aside={sayActivated(member)}
                      onPress={() => setOpenId(member.memberId)}
                    />
                  ))}
                </List>
              </Card>
            )}
            {open && (
              <MemberCard member={open} onIssued={roster.reload} onClose={() => setOpenId(undefined)} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
