import { useState } from 'react';
import { sayTime } from '../../domain/calendar/sayDay';
import { isPresent } from '../../domain/meeting/roll';
import { Block } from '../../ui/Block';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { SegmentedTabs } from '../../ui/SegmentedTabs';
import { Words } from '../../ui/Words';
import { type Roll, type RollEntry, rollWords } from './meeting';
import { TickDialog } from './TickDialog';

/** Why somebody is not on the due list (domain.md 4.3, 4.6). */
const reasonWords: Record<NonNullable<RollEntry['reason']>, string> = {
  frail: '年老体弱，不作要求',
  longLeave: '长期请假，不计应到',
  floating: '流动党员，不计应到',
  suspended: '中止党籍，不计应到',
  invited: '列席，不计应到',
};

export interface RollListProps {
  roll: Roll;
  /** A line was put right by hand. */
  onTicked: () => Promise<void>;
}

/** The names with their states; whoever keeps the roll ticks by hand, with the same standing as a code. */
export function RollList({ roll, onTicked }: RollListProps) {
  const [shown, setShown] = useState<'all' | 'open'>('all');
  const [ticked, setTicked] = useState<string>();
  const { meeting, entries } = roll;
  const unticked = entries.filter(({ due, state }) => due && state === 'expected');
  const mayTick = meeting.mayHost && (meeting.state === 'open' || meeting.state === 'closed');
  const listed = shown === 'all' ? entries : unticked;
  const entry = entries.find(({ memberId }) => memberId === ticked);
  return (
    <Block id="roll" tabIndex={-1}>
      <Card title="名单" aside={mayTick ? '点名字可以代点，一样算数' : undefined}>
        {meeting.state !== 'signed' && (
          <SegmentedTabs
            label="显示哪些人"
            tabs={[
              { key: 'all', words: `全部 ${entries.length}` },
              { key: 'open', words: `未点 ${unticked.length}` },
            ]}
            current={shown}
            onChange={setShown}
          />
        )}
        {listed.length === 0 && <Words tone="quiet">都点到了</Words>}
        <List label="名单">
          {listed.map((one) => (
            <ListRow
              key={one.memberId}
              title={one.name}
              detail={one.reason ? reasonWords[one.reason] : undefined}
              aside={sayLine(one)}
              onPress={mayTick ? () => setTicked(one.memberId) : undefined}
            />
          ))}
        </List>
      </Card>
      {entry && mayTick && (
        <TickDialog
          meetingId={meeting.id}
          entry={entry}
          onClose={() => setTicked(undefined)}
          onTicked={onTicked}
        />
      )}
    </Block>
  );
}

/** Code and roll-call look the same: both count the same. */
function sayLine({ state, at, due }: RollEntry): string {
  if (state === 'expected') return due ? rollWords.expected : '';
  return isPresent(state) && at ? `${rollWords[state]} ${sayTime(at)}` : rollWords[state];
}
