import '@testing-library/jest-dom';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../contract/operations';
import StudyCalendarPage from '../../pages/study/calendar';
import CatchUpPage from '../../pages/study/catch-up';
import PiecePage from '../../pages/study/piece';
import TodayPage from '../../pages/today';
import { fixDate } from '../../testing/fixDate';
import { inputsOf, loseNetwork, play, refusal, resetCloud } from '../../testing/playedCloud';
import { signInExample } from '../../testing/signInExample';
import { device, resetTaro } from '../../testing/taro';
import { hideStamps } from './stampsHidden';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const { piece } = operations['study.piece'].example.output;
const older = { ...piece, id: piece.id.replace(/1$/, '2'), title: '电梯老了归谁管', publishOn: '2026-11-20' };

beforeAll(() => fixDate('2026-11-23T08:00:00+08:00'));
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  signInExample();
  hideStamps(false);
});

describe('one piece', () => {
  beforeEach(() => {
    device.params = { pieceId: older.id };
  });

  test('an earlier piece is read and stamped like today’s', async () => {
    play('study.piece', { piece: older });
    play('study.mark', { day: '2026-11-20', stampedThisMonth: 15 });
    render(<PiecePage />);
    expect(await screen.findByRole('heading', { name: '电梯老了归谁管' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: '我学完了' }));
    expect(await screen.findByText('已学')).toBeVisible();
    expect(inputsOf('study.piece')).toEqual([{ pieceId: older.id }]);
    expect(inputsOf('study.mark')).toEqual([{ pieceId: older.id }]);
  });

  test('without network it is read from what 晨学 has kept', async () => {
    play('study.today', operations['study.today'].example.output);
    play('study.recent', { pieces: [piece, older] });
    play('meeting.mine', { signInNow: null, upcoming: [], past: [], mayPlanFor: [] });
    const morning = render(<TodayPage />);
    await screen.findByText(piece.title);
    await act(async () => morning.unmount());
    expect(inputsOf('study.recent')).toHaveLength(1);

    loseNetwork();
    render(<PiecePage />);
    expect(await screen.findByText('现在没有网络，这是今天 8:00 存下的')).toBeVisible();
    expect(screen.getByRole('heading', { name: '电梯老了归谁管' })).toBeVisible();
  });

  test('withdrawn, it is not shown from the copy either', async () => {
    play('study.piece', { piece: older });
    const first = render(<PiecePage />);
    await screen.findByText('电梯老了归谁管');
    first.unmount();
    play('study.piece', () => {
      throw refusal('not_found');
    });
    render(<PiecePage />);
    expect(await screen.findByText('没有找到。可能已经撤下，或不在您的支部')).toBeVisible();
    expect(screen.queryByText('电梯老了归谁管')).toBeNull();
  });

  test('a link without a piece says so and leads to today', async () => {
    device.params = {};
    render(<PiecePage />);
    await userEvent.click(screen.getByRole('button', { name: '看今天的一篇' }));
    expect(device.journeys).toEqual(['switchTab /pages/today/index']);
  });
});

describe('可补读', () => {
  const { blocks: _blocks, source: _source, checks: _checks, ...summary } = older;

  test('lists earlier pieces, more of them on request, and opens one', async () => {
    play('study.catchUp', ({ before }) =>
      before
        ? {
            pieces: [{ ...summary, id: summary.id.replace(/2$/, '3'), title: '秤准不准谁来管' }],
            nextBefore: null,
          }
        : { pieces: [summary], nextBefore: '2026-11-20' },
    );
    render(<CatchUpPage />);
    await userEvent.click(await screen.findByRole('button', { name: '看更早的' }));
    await userEvent.click(await screen.findByRole('button', { name: /秤准不准谁来管/ }));
    expect(inputsOf('study.catchUp')).toEqual([{}, { before: '2026-11-20' }]);
    expect(screen.getByRole('button', { name: /电梯老了归谁管/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: '看更早的' })).toBeNull();
    expect(device.journeys).toEqual([
      `navigateTo /pages/study/piece/index?pieceId=${summary.id.replace(/2$/, '3')}`,
    ]);
  });

  test('says when there is nothing to catch up', async () => {
    play('study.catchUp', { pieces: [], nextBefore: null });
    render(<CatchUpPage />);
    expect(await screen.findByText('没有要补读的，都看过了')).toBeVisible();
  });
});

describe('晨学日历', () => {
  beforeEach(() => {
    play('study.calendar', ({ month }) => ({
      month,
      stampedDays: [`${month}-20`],
      stamped: month === '2026-11' ? 14 : 1,
      today: '2026-11-23',
    }));
  });

  test('shows the stamps of a month with a total and nothing about the other days', async () => {
    render(<StudyCalendarPage />);
    expect(await screen.findByText('本月学了 14 篇')).toBeVisible();
    expect(screen.getByText('11月20日，已学')).toBeInTheDocument();
    expect(screen.getByText('11月19日')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '下月' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '上月' }));
    expect(await screen.findByText('10月学了 1 篇')).toBeVisible();
    expect(inputsOf('study.calendar')).toEqual([{ month: '2026-11' }, { month: '2026-10' }]);
  });

  test('can be put out of sight and taken out again, on this device only', async () => {
    render(<StudyCalendarPage />);
    await screen.findByText('本月学了 14 篇');
    const asked = inputsOf('study.calendar').length;
    await userEvent.click(screen.getByRole('switch', { name: /显示晨学日历和篇数/ }));
    expect(screen.queryByText(/学了 14 篇/)).toBeNull();
    expect(inputsOf('study.calendar')).toHaveLength(asked);
    await userEvent.click(screen.getByRole('switch', { name: /显示晨学日历和篇数/ }));
    expect(await screen.findByText('本月学了 14 篇')).toBeVisible();
  });

  test('without network and without a copy it says what to do', async () => {
    loseNetwork();
    render(<StudyCalendarPage />);
    expect(await screen.findByText('现在没有网络。连上网后可以再试')).toBeVisible();
    expect(screen.getByRole('button', { name: '再试一次' })).toBeVisible();
  });
});
