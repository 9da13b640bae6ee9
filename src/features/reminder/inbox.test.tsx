import '@testing-library/jest-dom';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../contract/operations';
import InboxPage from '../../pages/settings/inbox';
import { fixDate } from '../../testing/fixDate';
import { inputsOf, loseNetwork, play, resetCloud } from '../../testing/playedCloud';
import { signInExample } from '../../testing/signInExample';
import { device, resetTaro } from '../../testing/taro';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const notice = operations['reminder.inbox'].example.output.notices[0]!;
const read = { ...notice, id: notice.id.replace('701', '702'), text: '请假批了', unread: false };

beforeAll(() => fixDate('2026-11-23T09:00:00+08:00'));
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  signInExample();
  play('reminder.markRead', {});
});

test('shows notices with their moment, marks the new ones in words, and has them read by showing them', async () => {
  play('reminder.inbox', { notices: [notice, read] });
  render(<InboxPage />);
  expect(await screen.findByText(notice.text)).toBeVisible();
  expect(screen.getAllByText('新')).toHaveLength(1);
  expect(screen.getAllByText('今天 8:30')).toHaveLength(2);
  await waitFor(() => expect(inputsOf('reminder.markRead')).toEqual([{ noticeId: notice.id }]));
});

test('without network the kept notices stay readable and nothing is marked', async () => {
  play('reminder.inbox', { notices: [read] });
  const first = render(<InboxPage />);
  await screen.findByText('请假批了');
  first.unmount();
  loseNetwork();
  render(<InboxPage />);
  expect(await screen.findByText(/现在没有网络，这是今天 9:00 存下的/)).toBeVisible();
  expect(screen.getByText('请假批了')).toBeVisible();
  expect(inputsOf('reminder.markRead')).toEqual([]);
});

test('an empty inbox says what will be in it', async () => {
  play('reminder.inbox', { notices: [] });
  render(<InboxPage />);
  expect(await screen.findByText(/没有通知/)).toBeVisible();
});

test('a notice with a target opens the screen where its matter is settled, another is only read', async () => {
  const target = { screen: 'deskPieceEdit', query: { pieceId: notice.id } };
  play('reminder.inbox', { notices: [{ ...notice, text: '退回修改', target }, read] });
  render(<InboxPage />);
  await userEvent.click(await screen.findByRole('button', { name: /退回修改/ }));
  expect(device.journeys).toEqual([`navigateTo /pages/desk/piece-edit/index?pieceId=${notice.id}`]);
  expect(screen.queryByRole('button', { name: /请假批了/ })).toBeNull();
});
