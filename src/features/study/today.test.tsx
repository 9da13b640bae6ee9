import '@testing-library/jest-dom';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Output } from '../../contract/operations';
import { operations } from '../../contract/operations';
import TodayPage from '../../pages/today';
import { watchQueue } from '../../platform/queue';
import { fixDate } from '../../testing/fixDate';
import {
  calls,
  findNetwork,
  inputsOf,
  loseNetwork,
  play,
  refusal,
  resetCloud,
} from '../../testing/playedCloud';
import { signInExample } from '../../testing/signInExample';
import { device, resetTaro } from '../../testing/taro';
import { hideStamps } from './stampsHidden';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

type Morning = Output<'study.today'>;
const example = operations['study.today'].example.output as Morning;
const piece = example.piece!;

/** A cloud that remembers stamps, as the real one does. */
function playMorning(changes: Partial<Morning> = {}): void {
  const stamps = new Set<string>();
  const morning = { ...example, ...changes };
  play('study.today', () => ({
    ...morning,
    piece: morning.piece && {
      ...morning.piece,
      stamped: morning.piece.stamped || stamps.has(morning.piece.id),
    },
    stampedThisMonth: morning.stampedThisMonth + stamps.size,
  }));
  play('study.mark', ({ pieceId }) => {
    stamps.add(pieceId);
    return { day: morning.day, stampedThisMonth: morning.stampedThisMonth + stamps.size };
  });
  play('study.unmark', ({ pieceId }) => {
    stamps.delete(pieceId);
    return { stampedThisMonth: morning.stampedThisMonth + stamps.size };
  });
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

beforeAll(() => {
  fixDate('2026-11-23T08:00:00+08:00');
  watchQueue();
});
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  signInExample();
  play('study.recent', { pieces: [piece] });
  hideStamps(false);
  play('meeting.mine', () => ({ signInNow: null, upcoming: [], past: [], mayPlanFor: [] }));
  play('task.todo', { tasks: [] });
  playMorning();
  play('feedback.reportFault', operations['feedback.reportFault'].example.output);
  play('identity.me', operations['identity.me'].example.output);
});

test('greets by name and shows the piece with its length, its source and what is still unchecked', async () => {
  render(<TodayPage />);
  expect(screen.getByText('江晨同志，早上好')).toBeVisible();
  expect(screen.getByText('11月23日 星期一')).toBeVisible();
  expect(await screen.findByRole('heading', { name: piece.title })).toBeVisible();
  expect(screen.getByText('约 3 分钟 · 812 字 · 《药品管理法》第五十八条（2019 版）')).toBeVisible();
  expect(screen.getByText('演示')).toBeVisible();
  expect(screen.getByText('核对日期：待核对')).toBeVisible();
  expect(screen.getByText('王阿姨拿着医院开的处方去药店买药。')).toBeVisible();
});

test('我学完了 sets the stamp in place, and 撤回 takes it back', async () => {
  render(<TodayPage />);
  await screen.findByText(piece.title);
  await press('我学完了');
  expect(await screen.findAllByText('今日已学')).toHaveLength(2);
  expect(screen.getByText('本月学了 15 篇，只给自己看', { selector: 'p' })).toBeVisible();
  expect(screen.queryByRole('button', { name: '我学完了' })).toBeNull();
  expect(inputsOf('study.mark')).toEqual([{ pieceId: piece.id }]);

  await press('点错了，撤回');
  expect(await screen.findByRole('button', { name: '我学完了' })).toBeVisible();
  expect(screen.queryByText('今日已学')).toBeNull();
  expect(inputsOf('study.unmark')).toHaveLength(1);
});

test('without network the kept piece is read and stamped; the stamp survives a restart and arrives once', async () => {
  const first = render(<TodayPage />);
  await screen.findByText(piece.title);
  await act(async () => first.unmount());

  loseNetwork();
  const second = render(<TodayPage />);
  expect(await screen.findByText('现在没有网络，这是今天 8:00 存下的')).toBeVisible();
  expect(screen.getByText('没有网络也能读')).toBeVisible();
  await press('我学完了');
  const kept = '现在没有网络。您学完的已存在手机里，连上网会自动补上';
  expect(await screen.findByText(kept)).toBeVisible();
  expect(screen.getAllByText('今日已学')).toHaveLength(2);
  expect(inputsOf('study.mark')).toEqual([]);
  second.unmount();

  render(<TodayPage />);
  expect(await screen.findByText(kept)).toBeVisible();
  await act(async () => findNetwork());
  expect(await screen.findByText('本月学了 15 篇，只给自己看', { selector: 'p' })).toBeVisible();
  expect(screen.getAllByText('今日已学')).toHaveLength(2);
  expect(screen.queryByText(kept)).toBeNull();
  expect(inputsOf('study.mark')).toEqual([{ pieceId: piece.id }]);
});

test('a stamp waits for a service that is down as well, and says that it is the service', async () => {
  play('study.mark', () => {
    throw refusal('unavailable');
  });
  render(<TodayPage />);
  await screen.findByText(piece.title);
  await press('我学完了');
  expect(await screen.findByText('服务暂时不通。您学完的已存在手机里，通了会自动补上')).toBeVisible();
  expect(screen.getAllByText('今日已学')).toHaveLength(2);
});

test('a stamp that the cloud refuses is not shown as given', async () => {
  play('study.mark', () => {
    throw refusal('not_found');
  });
  render(<TodayPage />);
  await screen.findByText(piece.title);
  await press('我学完了');
  expect(await screen.findByText('没有找到。可能已经撤下，或不在您的支部')).toBeVisible();
  expect(screen.queryByText('今日已学')).toBeNull();
  expect(screen.getByRole('button', { name: '我学完了' })).toBeVisible();
});

test('on a day of rest it says so and offers a piece worth seeing again', async () => {
  playMorning({ dayKind: 'restday', again: true, piece: { ...piece, publishOn: '2026-11-03' } });
  render(<TodayPage />);
  expect(await screen.findByText('今天休息。想看的话，这一篇值得再看一遍')).toBeVisible();
  expect(screen.getByText('11月23日 星期一 · 今天休息')).toBeVisible();
  await press('我学完了');
  // It is not today's piece: the stamp says so.
  expect(await screen.findByText('已学')).toBeVisible();
  expect(screen.queryByText('今日已学')).toBeNull();
});

test('says that the holidays of the year have not been entered', async () => {
  playMorning({ calendarKnown: false });
  render(<TodayPage />);
  expect(await screen.findByText(/节假日安排尚未录入/)).toBeVisible();
});

test('what may be caught up is offered kindly and leads to the list', async () => {
  const { blocks: _blocks, source: _source, checks: _checks, ...summary } = piece;
  playMorning({
    catchUp: [1, 2, 3].map((at) => ({ ...summary, id: `${summary.id.slice(0, -1)}${at + 1}` })),
  });
  render(<TodayPage />);
  await userEvent.click(await screen.findByRole('button', { name: /还有\s3\s篇可以补读，有空再看/ }));
  expect(device.journeys).toEqual(['navigateTo /pages/study/catch-up/index']);
});

test('the self-check goes question by question, with the reason after each answer', async () => {
  play('study.answerCheck', () => ({
    correct: false,
    key: [0],
    explanation: '要核对，不得代用。',
  }));
  render(<TodayPage />);
  await screen.findByText(piece.title);
  await press('做一做');
  expect(screen.getByRole('button', { name: '看对不对' })).toBeDisabled();
  await userEvent.click(screen.getByRole('radio', { name: '对' }));
  await press('看对不对');
  expect(await screen.findByText('这题再看看')).toBeVisible();
  expect(screen.getByText('要核对，不得代用。')).toBeVisible();
  expect(within(screen.getByRole('radio', { name: /^错/ })).getByText('正确答案是这一项')).toBeVisible();
  expect(inputsOf('study.answerCheck')).toEqual([{ pieceId: piece.id, position: 0, answer: [1] }]);
  await press('看完了');
  expect(screen.getByText('1 题都看过了')).toBeVisible();
  // What comes next begins where the eye and the screen reader are.
  expect(document.activeElement).toHaveTextContent(/^考考自己/);
});

test('hidden, the count of stamps is nowhere on the page', async () => {
  hideStamps(true);
  playMorning({ piece: { ...piece, stamped: true } });
  render(<TodayPage />);
  expect(await screen.findAllByText('今日已学')).toHaveLength(2);
  expect(screen.queryByText(/本月学了/)).toBeNull();
  expect(screen.getByText('已收起')).toBeVisible();
});

test('an open meeting stands first and leads to its sign-in', async () => {
  const { signInNow } = operations['meeting.mine'].example.output;
  play('meeting.mine', () => ({ signInNow, upcoming: [], past: [], mayPlanFor: [] }));
  render(<TodayPage />);
  expect(await screen.findByText('今天 15:00 · 三楼会议室')).toBeVisible();
  const buttons = screen.getAllByRole('button').map((button) => button.textContent);
  expect(buttons[0]).toBe('签到');
  await press('签到');
  expect(device.journeys).toEqual([`navigateTo /pages/meeting/sign-in/index?meetingId=${signInNow?.id}`]);
});

test('a service that does not answer is said, and trying again opens the page', async () => {
  play('study.today', () => {
    throw refusal('unavailable');
  });
  render(<TodayPage />);
  expect(await screen.findByText(/服务暂时不通/)).toBeVisible();
  playMorning();
  await press('再试一次');
  expect(await screen.findByText(piece.title)).toBeVisible();
});

test('a fault in the piece is reported in words', async () => {
  render(<TodayPage />);
  await screen.findByText(piece.title);
  await press('这一篇有问题？');
  const dialog = screen.getByRole('dialog', { name: '这一篇有问题？' });
  await userEvent.click(within(dialog).getByRole('button', { name: '交给负责的同志' }));
  expect(within(dialog).getByText('请写一句哪里不对')).toBeVisible();
  await userEvent.type(within(dialog).getByLabelText('哪里不对'), '第二段条号写错了');
  await userEvent.click(within(dialog).getByRole('button', { name: '交给负责的同志' }));
  expect(inputsOf('feedback.reportFault')).toEqual([
    { subject: 'piece', subjectId: piece.id, text: '第二段条号写错了' },
  ]);
  expect(calls.at(-1)?.mutationId).toMatch(/^[0-9a-f-]{36}$/);
  expect(screen.queryByRole('dialog')).toBeNull();
});
