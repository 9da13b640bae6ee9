import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../contract/operations';
import MyFaultsPage from '../../pages/settings/faults';
import FeedbackPage from '../../pages/settings/feedback';
import { session } from '../../platform/session';
import { inputsOf, loseNetwork, play, refusal, resetCloud } from '../../testing/playedCloud';
import { signInExample } from '../../testing/signInExample';
import { resetTaro } from '../../testing/taro';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const { me } = operations['identity.me'].example.output;
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const write = (text: string) => userEvent.type(screen.getByLabelText('您要说的事'), text);

/** A cloud that keeps what is sent without a name under its ticket, as the real one does. */
function playAnonymous(): Map<string, { text: string; answer: string | null }> {
  const kept = new Map<string, { text: string; answer: string | null }>();
  play('feedback.submitAnonymous', ({ ticket, text }) => {
    kept.set(ticket, { text, answer: null });
    return { ticket };
  });
  play('feedback.lookUp', ({ ticket }) => {
    const found = kept.get(ticket);
    if (!found) throw refusal('not_found');
    const answeredOn = found.answer === null ? null : '2026-11-24';
    const state = found.answer === null ? 'open' : 'answered';
    return { feedback: { id: ticket, ...found, state, sentOn: '2026-11-23', answeredOn } };
  });
  return kept;
}

beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  signInExample();
  play('feedback.mine', { feedback: [] });
});

test('signed, it goes under the own name and is found below with its answer', async () => {
  play('feedback.submit', operations['feedback.submit'].example.output);
  render(<FeedbackPage />);
  await write('字能不能再大一点');
  play('feedback.mine', {
    feedback: [
      {
        ...operations['feedback.mine'].example.output.feedback[0]!,
        state: 'answered',
        answer: '“我的”里可以选大字',
        answeredOn: '2026-11-21',
      },
    ],
  });
  await press('送出');
  expect(inputsOf('feedback.submit')).toEqual([{ text: '字能不能再大一点' }]);
  expect(await screen.findByText('“我的”里可以选大字')).toBeVisible();
  expect(screen.getByLabelText('您要说的事')).toHaveValue('');
});

test('without a name it says what that means, keeps its ticket on this device, and shows the answer later', async () => {
  const kept = playAnonymous();
  const first = render(<FeedbackPage />);
  await write('食堂的会开得太长');
  await userEvent.click(screen.getByRole('radio', { name: '不署名' }));
  expect(screen.getByText(/系统里不记您是谁/)).toBeVisible();
  await press('送出');
  expect(await screen.findByText('等答复')).toBeVisible();
  const [ticket = ''] = kept.keys();
  expect(ticket).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  expect(inputsOf('feedback.submit')).toEqual([]);
  first.unmount();

  kept.set(ticket, { text: '食堂的会开得太长', answer: '下次会议定半小时' });
  render(<FeedbackPage />);
  expect(await screen.findByText('下次会议定半小时')).toBeVisible();
  expect(screen.getByText(`编号 ${ticket}`)).toBeVisible();
});

test('tried again after a lost connection it goes under the same ticket', async () => {
  const kept = playAnonymous();
  render(<FeedbackPage />);
  await write('会开得太长');
  await userEvent.click(screen.getByRole('radio', { name: '不署名' }));
  play('feedback.submitAnonymous', ({ ticket }) => {
    kept.set(ticket, { text: '会开得太长', answer: null });
    throw refusal('unavailable');
  });
  await press('送出');
  expect(await screen.findByText(/服务暂时不通/)).toBeVisible();
  expect(screen.getByLabelText('您要说的事')).toHaveValue('会开得太长');
  play('feedback.submitAnonymous', ({ ticket }) => ({ ticket }));
  await press('送出');
  const tickets = inputsOf('feedback.submitAnonymous').map(({ ticket }) => ticket);
  expect(tickets).toHaveLength(2);
  expect(new Set(tickets).size).toBe(1);
  expect(await screen.findByText(`编号 ${tickets[0]}`)).toBeVisible();
});

test('another person at the same device sees no ticket, and finds one by the number written down', async () => {
  const kept = playAnonymous();
  const ticket = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
  kept.set(ticket, { text: '会开得太长', answer: null });
  session.set({ status: 'signedIn', me: { ...me, memberId: me.tenantId } });
  const first = render(<FeedbackPage />);
  expect(await screen.findByText('这台设备里没有存着编号')).toBeVisible();
  await userEvent.type(screen.getByLabelText('编号'), ` ${ticket.toUpperCase()} `);
  await press('查答复');
  expect(await screen.findByText('会开得太长')).toBeVisible();
  first.unmount();

  signInExample();
  render(<FeedbackPage />);
  expect(await screen.findByText('这台设备里没有存着编号')).toBeVisible();
});

test('a ticket nobody knows is said so and can be taken off', async () => {
  playAnonymous();
  render(<FeedbackPage />);
  await userEvent.type(screen.getByLabelText('编号'), '7c9e6679');
  await press('查答复');
  expect(await screen.findByText(/没有找到编号 7c9e6679/)).toBeVisible();
  await press('从这台设备拿掉');
  expect(screen.queryByText(/没有找到编号/)).toBeNull();
});

test('nothing written is not sent, and without network what is written stays', async () => {
  render(<FeedbackPage />);
  await press('送出');
  expect(screen.getByText('请写上您要说的事')).toBeVisible();
  await write('会开得太长');
  loseNetwork();
  await press('送出');
  expect(await screen.findByText(/现在没有网络/)).toBeVisible();
  expect(screen.getByLabelText('您要说的事')).toHaveValue('会开得太长');
});

test('the answers to what one reported are found by what they are about', async () => {
  const fault = operations['feedback.myFaults'].example.output.faults[0]!;
  play('feedback.myFaults', {
    faults: [
      {
        ...fault,
        id: fault.subjectId,
        subject: 'scoreEntry',
        subjectTitle: '9月主题党日 +2 分',
        answer: '已改正',
      },
      fault,
    ],
  });
  render(<MyFaultsPage />);
  expect(await screen.findByText('答复：已改正')).toBeVisible();
  expect(screen.getByRole('heading', { name: '药店换药' })).toBeVisible();
  expect(screen.getAllByText('等答复')).toHaveLength(1);
});

test('who has reported nothing is told where that is done', async () => {
  play('feedback.myFaults', { faults: [] });
  render(<MyFaultsPage />);
  expect(await screen.findByText(/您还没有报过错/)).toBeVisible();
});
