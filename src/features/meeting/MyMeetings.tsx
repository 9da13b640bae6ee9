import { sayDay, sayMoment, sayNearDay } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { List, ListRow } from '../../ui/ListRow';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { Words } from '../../ui/Words';
import { type Meeting, meetingDay, sayOwnState, stateWords } from './meeting';
import { SignInNow } from './SignInNow';

/** 支部: the meeting to sign in to, those to come, those gone by with one's own line, and the way to call one. */
export function MyMeetings() {
  const me = useMe();
  const mine = useCloud('meeting.mine', {}, { cacheKey: 'meeting.mine', skip: !me });
  const { savedAt } = mine;
  return (
    <Loaded from={mine} savedOn={savedAt && sayMoment(savedAt, today())}>
      {({ signInNow, upcoming, past, mayPlanFor }) => {
        // A stored copy would send people to a sign-in that is over.
        const now = savedAt ? null : signInNow;
        return (
          <>
            {now && <SignInNow meeting={now} />}
            <Coming
              meetings={upcoming.filter(({ id }) => id !== now?.id)}
              isNowShown={now !== null}
              mayPlan={mayPlanFor.length > 0}
            />
            {past.length > 0 && (
              <Card title="开过的会">
                <List label="开过的会">
                  {past.map((meeting) => (
                    <PastRow key={meeting.id} meeting={meeting} />
                  ))}
                </List>
              </Card>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Coming({
  meetings,
  isNowShown,
  mayPlan,
}: {
  meetings: readonly Meeting[];
  isNowShown: boolean;
  mayPlan: boolean;
}) {
  const plan = { words: '安排一次会议', onPress: () => goTo('meetingPlan') };
  if (meetings.length === 0) {
    if (isNowShown && !mayPlan) return null;
    return (
      <EmptyState
        sentence={isNowShown ? '后面还没有安排会议' : '还没有安排会议。支部定下来以后，会出现在这里'}
        action={mayPlan ? plan : undefined}
      />
    );
  }
  return (
    <Card title="接下来的会">
      <List label="接下来的会">
        {meetings.map((meeting) => (
          <ListRow
            key={meeting.id}
            title={meeting.title}
            detail={<Arrangement meeting={meeting} />}
            aside={meeting.state === 'cancelled' ? <Chip words={stateWords.cancelled} /> : undefined}
            onPress={() => goTo('meetingSignIn', { meetingId: meeting.id })}
          />
        ))}
        {mayPlan && <ListRow title={plan.words} onPress={plan.onPress} />}
      </List>
    </Card>
  );
}

function Arrangement({ meeting: { plannedAt, place, organisationName, agenda } }: { meeting: Meeting }) {
  return (
    <>
      <Words tone="quiet">
        {sayMoment(plannedAt, today())} · {place}
      </Words>
      <Words tone="small">
        {organisationName}：{agenda.map(({ title, minutes }) => `${title} ${minutes} 分钟`).join('，')}
      </Words>
    </>
  );
}

function PastRow({ meeting }: { meeting: Meeting }) {
  const day = meetingDay(meeting);
  const isCancelled = meeting.state === 'cancelled';
  const near = sayNearDay(day, today());
  return (
    <ListRow
      title={meeting.title}
      detail={`${near === '今天' || near === '昨天' ? `${near}（${sayDay(day)}）` : near} · ${meeting.place}`}
      aside={isCancelled ? stateWords.cancelled : sayOwnState(meeting.mine)}
      onPress={() => goTo('meetingSignIn', { meetingId: meeting.id })}
    />
  );
}
