import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { meetingGet, meetingMine } from '../../contract/meeting';
import { signInAs } from '../../testing/people';
import { play, refusal, resetCloud } from '../../testing/playedCloud';
import { device, resetTaro } from '../../testing/taro';
import { MyMeetings } from './MyMeetings';
import type { Meeting } from './meeting';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const open: Meeting = meetingGet.example.output.meeting;
const nothing = { ...meetingMine.example.output, signInNow: null };
const at = (plannedAt: string, part: Partial<Meeting> = {}): Meeting => ({
  ...open,
  id: `meeting-${plannedAt}`,
  state: 'planned',
  plannedAt,
  mine: null,
  ...part,
});

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  jest.useFakeTimers({ now: new Date('2026-11-23T06:56:00Z'), doNotFake: ['setTimeout', 'setInterval'] });
});
afterEach(() => jest.useRealTimers());

test('the open meeting stands first, the others follow with their day in words', async () => {
  play('meeting.mine', {
    ...nothing,
    signInNow: open,
    upcoming: [open, at('2026-11-24T01:00:00.000Z', { title: '党课' })],
  });
  render(<MyMeetings />);
  expect(await screen.findByRole('button', { name: '签到' })).toBeVisible();
  const coming = within(screen.getByRole('list', { name: '接下来的会' }));
  expect(coming.getByText('明天 9:00 · 三楼会议室')).toBeVisible();
  expect(coming.getAllByRole('listitem')).toHaveLength(1);
});

test.each([
  ['present', '按时到会'],
  ['leave', '请假（可安排补学）'],
  ['absent', '未到（可安排补学）'],
] as const)('a past meeting with the own line %s says %s', async (state, words) => {
  const past = at('2026-11-10T07:00:00.000Z', {
    state: 'signed',
    mine: { state, method: 'byHand', at: null },
  });
  play('meeting.mine', { ...nothing, past: [past] });
  render(<MyMeetings />);
  expect(await screen.findByText(words)).toBeVisible();
});

test('only whoever may call a meeting is offered to', async () => {
  play('meeting.mine', nothing);
  const { unmount } = render(<MyMeetings />);
  await screen.findByText(/还没有安排会议/);
  expect(screen.queryByRole('button', { name: '安排一次会议' })).not.toBeInTheDocument();
  unmount();

  play('meeting.mine', { ...nothing, mayPlanFor: [{ id: open.organisationId, name: '机关第二党支部' }] });
  render(<MyMeetings />);
  await userEvent.click(await screen.findByRole('button', { name: '安排一次会议' }));
  expect(device.journeys).toEqual(['navigateTo /pages/meeting/plan/index']);
});

test('without network the copy is shown with its age, but no sign-in that may be over', async () => {
  play('meeting.mine', { ...nothing, signInNow: open, upcoming: [open] });
  const { unmount } = render(<MyMeetings />);
  await screen.findByRole('button', { name: '签到' });
  unmount();

  play('meeting.mine', () => {
    throw refusal('offline');
  });
  render(<MyMeetings />);
  expect(await screen.findByText('现在没有网络，这是今天 14:56 存下的')).toBeVisible();
  expect(screen.queryByRole('button', { name: '签到' })).not.toBeInTheDocument();
  expect(screen.getByText('11月主题党日')).toBeVisible();
});
