import { sayMoment } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { may, useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { List, ListRow } from '../../ui/ListRow';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { type Meeting, stateWords } from './meeting';

/** The meetings that the reader keeps or signs: first what is still to be done, then what is settled. */
export function DeskMeetings() {
  const me = useMe();
  const mine = useCloud('meeting.mine', {}, { skip: !me });
  return (
    <Loaded from={mine}>
      {({ upcoming, past, mayPlanFor }) => {
        const kept = [...upcoming, ...past].filter(
          (meeting) => meeting.mayHost || (meeting.state === 'closed' && may(me, 'meeting.signOff')),
        );
        const isSettled = ({ state }: Meeting) => state === 'signed' || state === 'cancelled';
        const pending = kept.filter((meeting) => !isSettled(meeting));
        const settled = kept.filter(isSettled);
        return (
          <>
            {mayPlanFor.length > 0 && <Button onPress={() => goTo('meetingPlan')}>安排会议</Button>}
            {pending.length > 0 ? (
              <MeetingRows title="要办的" meetings={pending} />
            ) : (
              <EmptyState sentence="现在没有要办的会议" />
            )}
            {settled.length > 0 && <MeetingRows title="办完的" meetings={settled} />}
          </>
        );
      }}
    </Loaded>
  );
}

function MeetingRows({ title, meetings }: { title: string; meetings: readonly Meeting[] }) {
  return (
    <Card title={title}>
      <List label={title}>
        {meetings.map(({ id, title: name, plannedAt, place, organisationName, state }) => (
          <ListRow
            key={id}
            title={name}
            detail={`${sayMoment(plannedAt, today())} · ${place} · ${organisationName}`}
            aside={<Chip tone={state === 'open' ? 'brand' : 'plain'} words={stateWords[state]} />}
            onPress={() => goTo('meetingHost', { meetingId: id })}
          />
        ))}
      </List>
    </Card>
  );
}
