import '@testing-library/jest-dom';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { meetingRoll, meetingSignInCode } from '../../contract/meeting';
import { signInAs } from '../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../testing/playedCloud';
import { hide, resetTaro, showAgain } from '../../testing/taro';
import { HostMeeting } from './HostMeeting';
import type { Meeting, Roll, RollEntry } from './meeting';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const example: Roll = meetingRoll.example.output;
const [first] = example.entries as [RollEntry];
const li: RollEntry = { ...first, memberId: '01980000-0000-7000-8000-000000000302', name: '李演示' };

function rollOf(meeting: Partial<Meeting>, part: Partial<Roll> = {}): Roll {
  return {
    ...example,
    entries: [first, li],
    dueCount: 2,
    presentCount: 0,
    presentBesidesCount: 0,
    ...part,
    meeting: { ...example.meeting, mayHost: true, ...meeting },
  };
}

const user = userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) });
const row = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) });
/** Second by second, because React draws only at the end of each `act`. */
async function pass(ms: number): Promise<void> {
  await act(() => jest.advanceTimersByTimeAsync(ms % 1000));
  for (let left = ms; left >= 1000; left -= 1000) await act(() => jest.advanceTimersByTimeAsync(1000));
}

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  jest.useFakeTimers({ now: new Date('2026-11-23T06:56:18Z') });
  play('meeting.signInCode', meetingSignInCode.example.output);
});
afterEach(() => jest.useRealTimers());

test('a sign-in shows within three seconds', async () => {
  play('meeting.roll', rollOf({}));
  render(<HostMeeting meetingId={example.meeting.id} />);
  await pass(0);
  expect(row('江晨')).toHaveTextContent('未点');

  const signed: RollEntry = { ...first, state: 'present', method: 'code', at: '2026-11-23T06:56:20.000Z' };
  play('meeting.roll', rollOf({}, { entries: [signed, li], presentCount: 1 }));
  await pass(3000);
  expect(row('江晨')).toHaveTextContent('到会 14:56');
  expect(screen.getByText('应到 2，实到 1')).toBeVisible();
});

test('nothing is asked while another screen lies on top', async () => {
  play('meeting.roll', rollOf({}));
  render(<HostMeeting meetingId={example.meeting.id} />);
  await pass(0);
  act(hide);
  const before = inputsOf('meeting.roll').length;
  await pass(20_000);
  expect(inputsOf('meeting.roll')).toHaveLength(before);
  await act(async () => showAgain());
  expect(inputsOf('meeting.roll').length).toBeGreaterThan(before);
});

test('the digits are asked for anew when their minute is over', async () => {
  play('meeting.roll', rollOf({}));
  render(<HostMeeting meetingId={example.meeting.id} />);
  await pass(0);
  expect(screen.getByText('407 152')).toBeVisible();
  play('meeting.signInCode', { code: '220918', changesAt: '2026-11-23T06:58:00.000Z', secondsLeft: 60 });
  await pass(41_000);
  expect(screen.getByText('407 152')).toBeVisible();
  await pass(2_000);
  await pass(0);
  expect(screen.getByText('220 918')).toBeVisible();
});

test('digits that nobody can use any more are not shown', async () => {
  play('meeting.roll', rollOf({}));
  render(<HostMeeting meetingId={example.meeting.id} />);
  await pass(0);
  play('meeting.signInCode', () => {
    throw refusal('offline');
  });
  await pass(101_000);
  expect(screen.getByText('407 152')).toBeVisible();
  await pass(2_000);
  expect(screen.queryByText('407 152')).not.toBeInTheDocument();
  expect(screen.getByText(/可以在名单里点名，一样算数/)).toBeVisible();
});

test('a name is ticked by hand, with every state one tap away', async () => {
  play('meeting.roll', rollOf({}));
  play('meeting.tick', ({ memberId, state }) => ({ memberId, state, at: '2026-11-23T06:57:00.000Z' }));
  render(<HostMeeting meetingId={example.meeting.id} />);
  await pass(0);
  await user.click(row('李演示'));
  const dialog = within(screen.getByRole('dialog', { name: '李演示' }));
  for (const words of ['到会', '迟到', '请假', '未到', '免于参加', '在别处参加']) {
    expect(dialog.getByRole('button', { name: words })).toBeEnabled();
  }
  play('meeting.roll', rollOf({}, { entries: [first, { ...li, state: 'leave', method: 'byHand' }] }));
  await user.click(dialog.getByRole('button', { name: '请假' }));
  await pass(0);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(row('李演示')).toHaveTextContent('请假');
  expect(inputsOf('meeting.tick')).toEqual([
    { meetingId: example.meeting.id, memberId: li.memberId, state: 'leave', reason: '' },
  ]);
});

test('the projector shows only digits and count, and leads back to the names', async () => {
  play('meeting.roll', rollOf({}, { presentCount: 1 }));
  render(<HostMeeting meetingId={example.meeting.id} />);
  await pass(0);
  await user.click(screen.getByRole('button', { name: '投屏' }));
  const projector = screen.getByRole('dialog', { name: '投屏' });
  expect(projector).toHaveClass('ui-theme-light');
  expect(projector).toHaveTextContent('407 152');
  expect(projector).toHaveTextContent('已到 1 / 应到 2');
  await user.click(within(projector).getByRole('button', { name: '看名单' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('signing off waits for everybody on the due list to be ticked', async () => {
  play('meeting.roll', rollOf({ state: 'closed' }, { maySignOff: true }));
  render(<HostMeeting meetingId={example.meeting.id} />);
  await pass(0);
  expect(screen.getByText('还有 2 位没有点到：江晨、李演示')).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: '会议记录' }), '学习条文');
  await user.click(screen.getByRole('button', { name: '签定记录' }));
  expect(screen.getByText('先把没有点到的 2 位记上，再签定')).toBeVisible();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

describe('a closed meeting whose roll is complete', () => {
  const complete = rollOf(
    { state: 'closed', version: 3 },
    {
      maySignOff: true,
      entries: [
        { ...first, state: 'present' },
        { ...li, state: 'leave' },
      ],
    },
  );
  const signed = rollOf(
    { state: 'signed', version: 4 },
    { minutes: '学习条文，商定服务日。', signedByName: '书记甲' },
  );

  async function signWith(minutes: string): Promise<void> {
    await user.type(screen.getByRole('textbox', { name: '会议记录' }), minutes);
    await user.click(screen.getByRole('button', { name: '签定记录' }));
    play('meeting.roll', signed);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '签定' }));
    await pass(0);
  }

  test('is signed with its minutes and then only read', async () => {
    play('meeting.roll', complete);
    play('meeting.signOff', { meetingId: example.meeting.id, state: 'signed', version: 4 });
    render(<HostMeeting meetingId={example.meeting.id} />);
    await pass(0);
    await signWith('学习条文，商定服务日。');
    expect(screen.getByText('学习条文，商定服务日。')).toBeVisible();
    expect(screen.getByText('书记甲 签定')).toBeVisible();
    expect(screen.queryByRole('button', { name: /江晨/ })).not.toBeInTheDocument();
    expect(inputsOf('meeting.signOff')).toEqual([
      {
        meetingId: example.meeting.id,
        version: 3,
        minutes: '学习条文，商定服务日。',
        heldOn: '2026-11-23',
        lateReason: '',
      },
    ]);
  });

  test('keeps half-written minutes on this device', async () => {
    play('meeting.roll', complete);
    const { unmount } = render(<HostMeeting meetingId={example.meeting.id} />);
    await pass(0);
    await user.type(screen.getByRole('textbox', { name: '会议记录' }), '写到一半');
    unmount();
    render(<HostMeeting meetingId={example.meeting.id} />);
    await pass(0);
    expect(screen.getByRole('textbox', { name: '会议记录' })).toHaveValue('写到一半');
  });

  test.each([
    ['2026-11-20', 0],
    ['2026-11-19', 1],
  ])('held on %s asks for a reason %i times', async (day, asked) => {
    const planned = { ...complete.meeting, plannedAt: `${day}T07:00:00.000Z` };
    play('meeting.roll', { ...complete, meeting: planned });
    render(<HostMeeting meetingId={example.meeting.id} />);
    await pass(0);
    expect(screen.queryAllByRole('textbox', { name: '晚记的原因' })).toHaveLength(asked);
  });
});
