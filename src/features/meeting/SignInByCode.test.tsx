import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { meetingGet } from '../../contract/meeting';
import { inputsOf, play, refusal, resetCloud } from '../../testing/playedCloud';
import { resetTaro } from '../../testing/taro';
import type { Meeting } from './meeting';
import { SignInByCode } from './SignInByCode';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const open: Meeting = meetingGet.example.output.meeting;

function playMeeting(part: Partial<Meeting>): void {
  play('meeting.get', { meeting: { ...open, ...part } });
}

async function type(digits: string): Promise<void> {
  for (const digit of digits) await userEvent.click(screen.getByRole('button', { name: digit }));
}

beforeEach(() => {
  resetCloud();
  resetTaro();
  jest.useFakeTimers({ now: new Date('2026-11-23T06:56:00Z'), doNotFake: ['setTimeout', 'setInterval'] });
});
afterEach(() => jest.useRealTimers());

test('wrong digits are answered with the sentence of the cloud, and the next ones are typed anew', async () => {
  playMeeting({});
  play('meeting.signIn', ({ code }) => {
    if (code !== '407152') throw refusal('sign_in_code_wrong');
    return { mine: { state: 'present', method: 'code', at: '2026-11-23T06:56:10.000Z' } };
  });
  render(<SignInByCode meetingId={open.id} />);
  await screen.findByText('11月主题党日');

  await type('111111');
  await userEvent.click(screen.getByRole('button', { name: '签到' }));
  expect(await screen.findByText(/数字对不上，可能刚换过/)).toBeVisible();

  await type('407152');
  expect(screen.queryByText(/数字对不上/)).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '签到' }));
  expect(await screen.findByText('已签到 14:56')).toBeVisible();
  expect(screen.getByText('集中学习：消费者权益保护')).toBeVisible();
  expect(inputsOf('meeting.signIn').map(({ code }) => code)).toEqual(['111111', '407152']);
});

test('five digits cannot be sent yet', async () => {
  playMeeting({});
  render(<SignInByCode meetingId={open.id} />);
  await screen.findByText('11月主题党日');
  await type('40715');
  expect(screen.getByRole('button', { name: '签到' })).toBeDisabled();
  await type('2');
  expect(screen.getByRole('button', { name: '签到' })).toBeEnabled();
});

test('without network nothing is kept for later: one may send the same digits again, or ask for roll-call', async () => {
  playMeeting({});
  play('meeting.signIn', () => {
    throw refusal('offline');
  });
  render(<SignInByCode meetingId={open.id} />);
  await screen.findByText('11月主题党日');
  await type('407152');
  await userEvent.click(screen.getByRole('button', { name: '签到' }));
  expect(await screen.findByText(/现在没有网络，签到没有送出.*请书记替您点名/)).toBeVisible();

  play('meeting.signIn', { mine: { state: 'present', method: 'code', at: '2026-11-23T06:57:00.000Z' } });
  await userEvent.click(screen.getByRole('button', { name: '再签一次' }));
  expect(await screen.findByText('已签到 14:57')).toBeVisible();
});

test('too early one learns from when on sign-in can be open', async () => {
  playMeeting({ state: 'planned', plannedAt: '2026-11-24T01:00:00.000Z', mine: null });
  render(<SignInByCode meetingId={open.id} />);
  expect(await screen.findByText('明天 7:00 起可以签到，以书记打开为准')).toBeVisible();
  expect(screen.queryByRole('button', { name: '签到' })).not.toBeInTheDocument();
});

test('whoever is ticked already sees so and is asked for nothing', async () => {
  playMeeting({ mine: { state: 'present', method: 'byHand', at: '2026-11-23T06:50:00.000Z' } });
  render(<SignInByCode meetingId={open.id} />);
  expect(await screen.findByText('已签到 14:50')).toBeVisible();
  expect(screen.queryByRole('button', { name: '1' })).not.toBeInTheDocument();
});

test('whoever is on leave may still sign in at the place', async () => {
  playMeeting({ mine: { state: 'leave', method: 'byHand', at: null } });
  render(<SignInByCode meetingId={open.id} />);
  expect(await screen.findByText(/现在记的是“请假”/)).toBeVisible();
  expect(screen.getByRole('button', { name: '1' })).toBeEnabled();
});

test('after closing, an absence is a fact with a way on, not a blame', async () => {
  playMeeting({ state: 'closed', mine: { state: 'absent', method: 'byHand', at: null } });
  render(<SignInByCode meetingId={open.id} />);
  expect(await screen.findByText(/您的记录：未到（可安排补学）/)).toBeVisible();
});
