import { sayMoment, sayTime } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Words } from '../../ui/Words';
import { awaitsSignIn, type SignInMeeting } from './useSignInNow';

/** The meeting at hand, first on the first tab: the way to sign in, or that one has. */
export function SignInNow({ meeting }: { meeting: SignInMeeting }) {
  const { title, place, plannedAt, mine } = meeting;
  const open = () => goTo('meetingSignIn', { meetingId: meeting.id });
  const isPresent = mine?.state === 'present' || mine?.state === 'late';
  return (
    <Card title={title} tone="brand">
      <Words tone="quiet">
        {sayMoment(plannedAt, today())} · {place}
      </Words>
      {isPresent && mine.at && <Words tone="good">已签到 {sayTime(mine.at)}</Words>}
      {awaitsSignIn(meeting) ? (
        <Button onPress={open}>签到</Button>
      ) : (
        <Button kind="secondary" onPress={open}>
          看会议安排
        </Button>
      )}
    </Card>
  );
}
