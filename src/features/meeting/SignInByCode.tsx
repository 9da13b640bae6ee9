import { useState } from 'react';
import { sayMoment, sayTime } from '../../domain/calendar/sayDay';
import { mayOpenYet, OPENS_BEFORE_HOURS } from '../../domain/meeting/timing';
import { announce } from '../../platform/announce';
import { now, today } from '../../platform/clock';
import { useAction } from '../../platform/useAction';
import { useCloud } from '../../platform/useCloud';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Form } from '../../ui/Form';
import { Keypad } from '../../ui/Keypad';
import { Loaded } from '../../ui/Loaded';
import { ErrorState } from '../../ui/Notes';
import { Heading, Words } from '../../ui/Words';
import { Agenda, MeetingHead } from './MeetingHead';
import { isHere, type Meeting, rollWords, sayOwnState } from './meeting';

/** One meeting for its members: what it is about, and signing in by the six digits on the host's screen. */
export function SignInByCode({ meetingId }: { meetingId: string }) {
  const meeting = useCloud('meeting.get', { meetingId });
  return (
    <Loaded from={meeting}>
      {(data) => (
        <>
          <MeetingHead meeting={data.meeting} />
          <SignIn
            meeting={data.meeting}
            onSigned={(mine) => meeting.replace({ meeting: { ...data.meeting, mine } })}
            onRefresh={meeting.reload}
            isRefreshing={meeting.isLoading}
          />
          <Agenda agenda={data.meeting.agenda} />
        </>
      )}
    </Loaded>
  );
}

interface SignInProps {
  meeting: Meeting;
  onSigned: (mine: Meeting['mine']) => void;
  onRefresh: () => void;
  isRefreshing: boolean;
}

function SignIn({ meeting, onSigned, onRefresh, isRefreshing }: SignInProps) {
  const { state, mine } = meeting;
  if (isHere(mine)) {
    return (
      <Card tone="brand">
        <Heading>{mine?.at ? `已签到 ${sayTime(mine.at)}` : '已签到'}</Heading>
        {mine?.state === 'late' && <Words tone="quiet">开始后到的，一样算到会</Words>}
      </Card>
    );
  }
  if (state === 'planned') {
    return (
      <Card title="还没到签到的时候">
        <Words tone="quiet">{whenItOpens(meeting)}</Words>
        <Button kind="secondary" isBusy={isRefreshing} onPress={onRefresh}>
          看看开了没有
        </Button>
      </Card>
    );
  }
  if (state === 'open' && mine) return <CodeForm meeting={meeting} onSigned={onSigned} />;
  return (
    <Card>
      <Words>{sentenceFor(meeting)}</Words>
    </Card>
  );
}

/** From two hours before (product.md C3) the host may open sign-in. */
function whenItOpens({ plannedAt }: Meeting): string {
  if (mayOpenYet(new Date(plannedAt), now())) return '等书记打开签到，屏幕上出现 6 位数字后就能输入';
  const opens = new Date(Date.parse(plannedAt) - OPENS_BEFORE_HOURS * 3_600_000).toISOString();
  return `${sayMoment(opens, today())} 起可以签到，以书记打开为准`;
}

function sentenceFor({ state, mine }: Meeting): string {
  if (state === 'cancelled') return '这次会议取消了';
  if (state === 'open') return '您不在这次会议的名单里。需要时请书记把您加上';
  const own = sayOwnState(mine);
  return own ? `签到已经结束。您的记录：${own}。有出入请告诉书记` : '签到已经结束';
}

function CodeForm({ meeting, onSigned }: Pick<SignInProps, 'meeting' | 'onSigned'>) {
  const [code, setCode] = useState('');
  const { run, isBusy, error, clearError } = useAction('meeting.signIn');
  const state = meeting.mine?.state ?? 'expected';
  const submit = async () => {
    if (code.length < 6) return;
    const signed = await run({ meetingId: meeting.id, code });
    if (!signed) return;
    announce('已签到');
    onSigned(signed.mine);
  };
  const isRefused = error !== undefined && !error.retryable;
  return (
    <Card title="输入屏幕上的 6 位数字">
      {state !== 'expected' && (
        <Words tone="quiet">现在记的是“{rollWords[state]}”。到了会场，照样可以签到</Words>
      )}
      <Form label="签到" onSubmit={submit}>
        <Keypad
          // After a refusal the digits are worth nothing any more: the next key begins anew.
          value={isRefused ? '' : code}
          isBusy={isBusy}
          onChange={(next) => {
            setCode(next);
            clearError();
          }}
        />
        {error && <ErrorState sentence={isRefused ? error.message : notSent(error.code)} />}
        <Button isSubmit isBusy={isBusy} isDisabled={isRefused || code.length < 6} onPress={submit}>
          {error && !isRefused ? '再签一次' : '签到'}
        </Button>
      </Form>
      <Words tone="quiet">手机不方便？请书记替您点名，一样算数</Words>
    </Card>
  );
}

/** The digits live a minute or two, so a sign-in is never kept for later: the person must know at once. */
function notSent(code: string): string {
  const why = code === 'offline' ? '现在没有网络' : '服务暂时不通';
  return `${why}，签到没有送出。请再签一次；一直不通时，请书记替您点名，一样算数`;
}
