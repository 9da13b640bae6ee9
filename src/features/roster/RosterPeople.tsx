import { useEffect, useState } from 'react';
import { goTo } from '../../platform/routes';
import { useIsWide } from '../../platform/useIsWide';
import { Columns } from '../../ui/Columns';
import { Loaded } from '../../ui/Loaded';
import { NextPage } from '../../ui/NextPage';
import { EmptyState } from '../../ui/Notes';
import { SegmentedTabs } from '../../ui/SegmentedTabs';
import { TextField } from '../../ui/TextField';
import { CardHandout } from './CardHandout';
import type { IssuedCard } from './cardsOnPaper';
import { IssueToAll } from './IssueToAll';
import { MemberDetail } from './member/MemberDetail';
import type { Organisation } from './organisation/organisationTree';
import { PeopleList } from './PeopleList';
import { usePeople } from './usePeople';

/** Everybody, or who has not come in yet. */
export type Shown = 'all' | 'waiting';

/** Typing pauses this long before the roster is searched. */
const pauseMs = 300;

/** The members of an organisation and of those under it: search, who has not come in yet, cards for these, and on a PC the chosen one beside. */
export function RosterPeople({
  organisation,
  hasBelow,
  show = 'all',
  organisations,
}: {
  organisation: Organisation;
  hasBelow: boolean;
  /** What is shown first. */
  show?: Shown;
  organisations: readonly Organisation[];
}) {
  const [shown, setShown] = useState<Shown>(show);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [issued, setIssued] = useState<{ cards: readonly IssuedCard[]; missing: number }>();
  const isWide = useIsWide();
  const name = usePaused(typed.trim());
  const list = usePeople({
    organisationId: organisation.id,
    below: hasBelow,
    ...(name === '' ? {} : { name }),
    ...(shown === 'waiting' ? { withoutDoor: true } : {}),
  });
  if (issued) {
    const close = () => {
      setIssued(undefined);
      void list.first.reload();
    };
    return <CardHandout {...issued} onClose={close} />;
  }
  const open = (memberId: string) => {
    if (isWide) setChosen(memberId);
    else goTo('deskMember', { memberId });
  };
  const detail =
    isWide && chosen ? (
      <MemberDetail
        key={chosen}
        memberId={chosen}
        organisations={organisations}
        onChanged={list.first.reload}
      />
    ) : undefined;
  return (
    <Columns detail={detail}>
      <TextField label="按姓名找" value={typed} onChange={setTyped} maxLength={40} />
      <SegmentedTabs
        label="显示哪些人"
        tabs={[
          { key: 'all', words: '全部' },
          { key: 'waiting', words: '未激活' },
        ]}
        current={shown}
        onChange={setShown}
      />
      {shown === 'waiting' && name === '' && list.items.length > 0 && (
        <IssueToAll
          organisation={organisation}
          below={hasBelow}
          onIssued={(cards, missing) => setIssued({ cards, missing })}
        />
      )}
      <Loaded from={list.first} lines={8}>
        {() =>
          list.items.length === 0 ? (
            <EmptyState sentence={sayNobody(organisation.name, name, shown)} />
          ) : (
            <>
              <PeopleList
                caption={`${organisation.name}名册`}
                people={list.items}
                hasSeveral={hasBelow}
                chosen={isWide ? chosen : undefined}
                onOpen={open}
              />
              <NextPage pages={list} />
            </>
          )
        }
      </Loaded>
    </Columns>
  );
}

function sayNobody(organisationName: string, name: string, shown: Shown): string {
  if (name !== '') return '没有找到这个名字';
  return shown === 'waiting'
    ? '都激活了'
    : `${organisationName}的名册里还没有人。可以从文件导入，也可以添一位同志`;
}

/** What is typed, once the typing has paused. */
function usePaused(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
