import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../contract/operations';
import MinePage from '../../pages/mine';
import PioneerCardPage from '../../pages/pioneer/card';
import { fixDate } from '../../testing/fixDate';
import { calls, inputsOf, loseNetwork, play, refusal, resetCloud } from '../../testing/playedCloud';
import { signInExample } from '../../testing/signInExample';
import { device, resetTaro } from '../../testing/taro';
import type { Card } from './scoreWords';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const example = operations['pioneer.card'].example.output;
const { me } = operations['identity.me'].example.output;
const period = example.period!;
const line = example.lines[0]!;
const unjudged = {
  code: 'faith',
  name: '信念宗旨',
  max: 20,
  points: null,
  note: '由支部同志评议，本期还没有评议',
};
const last = { ...period, id: '01980000-0000-7000-8000-000000000411', name: '2026 上半年', total: 12 };
const card: Card = {
  ...example,
  periods: [{ ...period, total: 8 }, last],
  dimensions: [...example.dimensions, unjudged],
  pending: [{ title: '11月主题党日', note: '已到会，等支部签定记录后计入' }],
};

beforeAll(() => fixDate('2026-11-23T08:00:00+08:00'));
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  signInExample();
  play('identity.welcome', { ...operations['identity.welcome'].example.output, me });
  play('study.calendar', { month: '2026-11', today: '2026-11-23', stampedDays: ['2026-11-20'], stamped: 14 });
  play('pioneer.card', card);
});

describe('我的', () => {
  test('shows name and branch, the index in a sentence, the own studies, and everything else one press away', async () => {
    render(<MinePage />);
    expect(screen.getByRole('heading', { name: /江晨/ })).toBeVisible();
    expect(screen.getByText('机关第二党支部')).toBeVisible();
    expect(await screen.findByRole('heading', { name: '本期 8 分' })).toBeVisible();
    expect(screen.getByText('已核 8 分，另有 1 项记录等支部核对')).toBeVisible();
    expect(screen.getByText('8 分，满分 20')).toBeVisible();
    expect(await screen.findByText('本月学了 14 篇')).toBeVisible();
    expect(screen.getByText('只给自己看，不计分')).toBeVisible();
    for (const name of ['投诉建议', '为什么没有排名', '我们怎样守规矩', '在电脑上使用', '隐私', '字大一些']) {
      expect(screen.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible();
    }
  });

  test('what is not known is not a zero', async () => {
    const pending = [1, 2, 3].map((at) => ({ title: `第 ${at} 次`, note: '等支部签定记录后计入' }));
    play('pioneer.card', { ...card, total: null, lines: [], dimensions: [unjudged], pending });
    render(<MinePage />);
    expect(await screen.findByRole('heading', { name: '本期还没有核定的分' })).toBeVisible();
    expect(screen.getByText('3 项记录等支部核对')).toBeVisible();
    expect(screen.queryByText(/\b0 分/)).toBeNull();
  });

  test('a bureau that has switched the index off shows no card at all', async () => {
    play('pioneer.card', {
      ...example,
      enabled: false,
      period: null,
      total: null,
      dimensions: [],
      lines: [],
    });
    render(<MinePage />);
    expect(await screen.findByText('本月学了 14 篇')).toBeVisible();
    expect(screen.queryByText('先锋指数')).toBeNull();
  });

  test('unread notices are named in words, and the desk is there for those who have something to do', async () => {
    play('identity.welcome', {
      ...operations['identity.welcome'].example.output,
      me: { ...me, unreadNotices: 2, acts: ['meeting.plan'] },
    });
    render(<MinePage />);
    expect(await screen.findByText('2 条没看过')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^工作台/ }));
    expect(device.journeys).toEqual(['navigateTo /pages/desk/home/index']);
  });

  test('a plain member outside the demo sees neither desk nor shoes', async () => {
    play('identity.welcome', {
      ...operations['identity.welcome'].example.output,
      me: { ...me, acts: [], demo: false },
    });
    render(<MinePage />);
    expect(await screen.findByText('本月学了 14 篇')).toBeVisible();
    expect(screen.queryByRole('button', { name: /工作台/ })).toBeNull();
    expect(screen.queryByText('换一双鞋')).toBeNull();
  });
});

describe('先锋指数', () => {
  test('says where every point comes from, what is unknown, and what is still waiting', async () => {
    render(<PioneerCardPage />);
    expect(await screen.findByText('9月主题党日，按时到会')).toBeVisible();
    expect(screen.getByText('+2 分')).toBeVisible();
    expect(screen.getByText('党规党纪 · 方案第 1 版第 1 项')).toBeVisible();
    expect(screen.getByText('来自 9月18日的会议记录《9月主题党日》')).toBeVisible();
    const how = screen.getByRole('list', { name: '每一项怎么来' });
    expect(within(how).getByText(unjudged.note)).toBeVisible();
    expect(within(how).getByText('还不知道')).toBeVisible();
    expect(screen.getByText('已到会，等支部签定记录后计入')).toBeVisible();
    // 看记录 has nowhere to lead yet.
    expect(screen.queryByText('看记录')).toBeNull();
  });

  test('a counter-entry is shown with a true minus', async () => {
    play('pioneer.card', {
      ...card,
      lines: [line, { ...line, id: unjudged.code, points: -2, explanation: '更正', reverses: line.id }],
    });
    render(<PioneerCardPage />);
    expect(await screen.findByText('−2 分')).toBeVisible();
  });

  test('这一条不对 on a line goes to whoever keeps it', async () => {
    play('feedback.reportFault', operations['feedback.reportFault'].example.output);
    render(<PioneerCardPage />);
    await userEvent.click(await screen.findByRole('button', { name: /^这一条不对？9月主题党日/ }));
    const dialog = screen.getByRole('dialog', { name: '这一条不对？' });
    expect(within(dialog).getByText('9月主题党日，按时到会')).toBeVisible();
    await userEvent.type(within(dialog).getByLabelText('哪里不对'), '那天我讲了微党课');
    await userEvent.click(within(dialog).getByRole('button', { name: '交给负责的同志' }));
    expect(inputsOf('feedback.reportFault')).toEqual([
      { subject: 'scoreEntry', subjectId: line.id, text: '那天我讲了微党课' },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('the last period is one press away', async () => {
    render(<PioneerCardPage />);
    play('pioneer.card', { ...card, period: last, total: 12, pending: [] });
    await userEvent.click(await screen.findByRole('button', { name: /^2026 上半年/ }));
    expect(inputsOf('pioneer.card').at(-1)).toEqual({ periodId: last.id });
    expect(await screen.findByRole('heading', { name: '本期 12 分' })).toBeVisible();
    expect(screen.getByText('已核 12 分，没有等着核对的')).toBeVisible();
  });

  test('without network the copy is shown, from when it is', async () => {
    const first = render(<PioneerCardPage />);
    await screen.findByText('+2 分');
    first.unmount();
    loseNetwork();
    render(<PioneerCardPage />);
    expect(await screen.findByText('现在没有网络，这是今天 8:00 存下的')).toBeVisible();
    expect(screen.getByText('+2 分')).toBeVisible();
  });

  test('a refusal is said with its number, and asking again opens the card', async () => {
    play('pioneer.card', () => {
      throw refusal('busy');
    });
    render(<PioneerCardPage />);
    expect(await screen.findByText(/现在用的人多/)).toBeVisible();
    play('pioneer.card', card);
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(await screen.findByText('+2 分')).toBeVisible();
    expect(calls.filter(({ name }) => name === 'pioneer.card')).toHaveLength(2);
  });

  test('without a period it says what will be here', async () => {
    play('pioneer.card', { ...example, period: null, periods: [], total: null, lines: [], dimensions: [] });
    render(<PioneerCardPage />);
    expect(await screen.findByText(/还没有开始的考核期/)).toBeVisible();
  });
});
