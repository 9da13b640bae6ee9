import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  quizReadOwnPaper,
  quizReadPaper,
  quizReadPaperStock,
  quizReadPapers,
  quizStartPaper,
} from '../../../contract/paper';
import DeskPaperPage from '../../../pages/bank/paper';
import DeskPaperWallPage from '../../../pages/bank/paper-wall';
import DeskPapersPage from '../../../pages/bank/papers';
import PaperPage from '../../../pages/practice/paper';
import { fixDate } from '../../../testing/fixDate';
import { signInAs } from '../../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { device, resetTaro } from '../../../testing/taro';
import type { WholePaper } from './paperWords';
import type { OwnPaper } from './useOwnPaper';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const whole = quizReadPaper.example.output;
const { paperId, organisationId } = whole;
const own = quizReadOwnPaper.example.output.paper;
const { run } = quizStartPaper.example.output;

beforeAll(() => fixDate('2026-11-23T08:30:00+08:00'));
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  localStorage.clear();
  resetTaro();
  resetCloud();
  signInAs({ acts: ['quiz.paper', 'task.publish'] });
  device.params = { paperId };
  play('quiz.readPapers', quizReadPapers.example.output);
  play('quiz.readPaperStock', quizReadPaperStock.example.output);
});

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }));
const onDesk = (given: Partial<WholePaper>) => play('quiz.readPaper', { ...whole, ...given });
const cover = (given: Partial<OwnPaper>) => play('quiz.readOwnPaper', { paper: { ...own, ...given } });

describe('卷子 on the desk', () => {
  test('lists papers with where they stand, and opens one', async () => {
    render(<DeskPapersPage />);
    expect(await screen.findByText(/1 题，10 分钟 · 可以答，到 11月27日 18:00 为止/)).toBeVisible();
    await press(/十一月主题党日小测/);
    expect(device.journeys.at(-1)).toBe(`navigateTo /pages/bank/paper/index?paperId=${paperId}`);
  });

  test('goes on to earlier papers where the last one ended', async () => {
    const [paper] = quizReadPapers.example.output.papers;
    if (!paper) throw new Error('the example has a paper');
    const page = (given: Partial<typeof paper>, nextBefore: string | null) => ({
      ...quizReadPapers.example.output,
      papers: [{ ...paper, ...given }],
      nextBefore,
    });
    play('quiz.readPapers', ({ before }) =>
      before === undefined ? page({}, paperId) : page({ paperId: run.id, title: '十月小测' }, null),
    );
    render(<DeskPapersPage />);
    await press('再看后面的');
    expect(await screen.findByText('十月小测')).toBeVisible();
    expect(inputsOf('quiz.readPapers')).toEqual([{}, { before: paperId }]);
    expect(screen.queryByRole('button', { name: '再看后面的' })).not.toBeInTheDocument();
  });

  test('says that there is none yet, and how to come to one', async () => {
    play('quiz.readPapers', { ...quizReadPapers.example.output, papers: [] });
    render(<DeskPapersPage />);
    expect(await screen.findByText(/^还没有做过卷子/)).toBeVisible();
    expect(screen.getByRole('button', { name: '做一份卷子' })).toBeVisible();
  });

  test('draws a new one from the bank by topic and number, and asks for a name first', async () => {
    device.params = {};
    play('quiz.savePaper', whole);
    render(<DeskPaperPage />);
    expect(await screen.findByText('题库里有 24 题可以抽')).toBeVisible();
    await press('抽题，看一看');
    expect(screen.getByText('请写一个名称')).toBeVisible();
    expect(inputsOf('quiz.savePaper')).toEqual([]);
    await userEvent.type(screen.getByLabelText('名称'), '小测');
    await userEvent.selectOptions(screen.getByLabelText('题型'), 'multiple');
    expect(screen.getByText('题库里有 6 题可以抽')).toBeVisible();
    await userEvent.selectOptions(screen.getByLabelText('抽几题'), '5');
    await press('抽题，看一看');
    expect(inputsOf('quiz.savePaper')).toEqual([
      {
        paper: null,
        organisationId,
        title: '小测',
        keep: [],
        draw: [{ topic: null, type: 'multiple', count: 5 }],
      },
    ]);
    expect(device.journeys.at(-1)).toBe(`redirectTo /pages/bank/paper/index?paperId=${paperId}`);
  });

  test('says so when the bank has too few, and keeps what was chosen', async () => {
    device.params = {};
    play('quiz.savePaper', () => {
      throw refusal('bank_too_small');
    });
    render(<DeskPaperPage />);
    await userEvent.type(await screen.findByLabelText('名称'), '小测');
    await press('抽题，看一看');
    expect(await screen.findByText(/^题库里符合条件的题不够这么多/)).toBeVisible();
    expect(screen.getByLabelText('名称')).toHaveValue('小测');
  });

  test('takes a question out, and publishes with an end', async () => {
    onDesk({});
    play('quiz.savePaper', { ...whole, version: 2, size: 1 });
    play('quiz.publishPaper', { ...whole, standing: 'open' });
    render(<DeskPaperPage />);
    await press('去掉这一题：第 1 题');
    expect(inputsOf('quiz.savePaper')[0]).toMatchObject({
      paper: { paperId, version: 1 },
      keep: [],
      draw: [],
    });
    await choose('两样都要');
    await userEvent.selectOptions(screen.getByLabelText('答多久'), '30');
    await press('发布');
    expect(inputsOf('quiz.publishPaper')).toEqual([
      {
        paperId,
        version: 2,
        way: 'both',
        minutes: 30,
        opensAt: '2026-11-23T00:30:00.000Z',
        closesAt: '2026-11-30T10:00:00.000Z',
      },
    ]);
  });

  test('once out can be thrown on a wall, become a task, and be taken back with a reason', async () => {
    onDesk({ standing: 'open', way: 'both', opensAt: own.opensAt, closesAt: own.closesAt, version: 2 });
    play('quiz.withdrawPaper', { ...whole, standing: 'withdrawn' });
    render(<DeskPaperPage />);
    await press('转成学习任务');
    expect(device.journeys.at(-1)).toBe(`navigateTo /pages/desk/task-publish/index?paperId=${paperId}`);
    await press('投屏');
    expect(device.journeys.at(-1)).toBe(`navigateTo /pages/bank/paper-wall/index?paperId=${paperId}`);
    await press('撤回这份卷子');
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: '撤回' }));
    expect(dialog.getByText('请写一句原因')).toBeVisible();
    expect(inputsOf('quiz.withdrawPaper')).toEqual([]);
    await userEvent.type(dialog.getByLabelText('原因'), '有一题要改');
    await userEvent.click(dialog.getByRole('button', { name: '撤回' }));
    expect(inputsOf('quiz.withdrawPaper')).toEqual([{ paperId, version: 2, reason: '有一题要改' }]);
  });

  test('shows shares once it is closed, and says why there are none', async () => {
    const [first] = whole.questions;
    if (!first) throw new Error('the example has a question');
    onDesk({
      standing: 'closed',
      way: 'phones',
      questions: [
        { ...first, share: 70 },
        { ...first, id: run.id, share: 80, bound: 'orMore' },
      ],
    });
    const { unmount } = render(<DeskPaperPage />);
    expect(await screen.findByText('十人里约七人答对')).toBeVisible();
    expect(screen.getByText('十人里八人或更多答对')).toBeVisible();
    unmount();
    onDesk({ standing: 'closed', way: 'phones' });
    render(<DeskPaperPage />);
    expect(await screen.findByText('答的不到五人，不显示答对的比例')).toBeVisible();
  });
});

describe('投屏答题', () => {
  test('shows one question, its key by a tap, in words, and goes on to the next', async () => {
    const [first] = whole.questions;
    if (!first) throw new Error('the example has a question');
    onDesk({
      standing: 'open',
      way: 'projected',
      questions: [first, { ...first, id: run.id, type: 'trueFalse', stem: '第二题', options: [], key: [0] }],
    });
    render(<DeskPaperWallPage />);
    expect(await screen.findByText(/第 1 题，共 2 题/)).toBeVisible();
    expect(screen.queryByText(/^答案/)).toBeNull();
    await press('看答案');
    expect(screen.getByText('答案：B 按尺寸定做的窗帘')).toBeVisible();
    await press('下一题');
    expect(screen.getByText('第二题')).toBeVisible();
    expect(screen.queryByText(/^答案/)).toBeNull();
    await press('看答案');
    expect(screen.getByText('答案：错')).toBeVisible();
    expect(screen.getByRole('button', { name: '最后一题了' })).toBeDisabled();
  });
});

describe('卷子 for a member', () => {
  test('is begun from its cover', async () => {
    cover({});
    play('quiz.startPaper', { run });
    render(<PaperPage />);
    expect(await screen.findByText(/开始以后有 10 分钟/)).toBeVisible();
    await press('开始答');
    expect(device.journeys.at(-1)).toBe(`navigateTo /pages/practice/run/index?runId=${run.id}`);
  });

  test.each([
    ['goes on', { runId: run.id }, '接着答'],
    ['shows the result once it is closed', { standing: 'closed' as const, runId: run.id }, '看结果'],
  ])('%s', async (_what, given, words) => {
    cover(given);
    render(<PaperPage />);
    expect(await screen.findByRole('button', { name: words })).toBeVisible();
  });

  test.each([
    ['waits until it opens', { standing: 'waiting' as const }, /到时间再来就可以/],
    ['is handed in', { runId: run.id, handedIn: true }, /您交了。答案等卷子结束/],
    ['was missed, without reproach', { standing: 'closed' as const }, /您没有答这一份，不要紧/],
  ])('%s: nothing to begin', async (_what, given, words) => {
    cover(given);
    render(<PaperPage />);
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByRole('button', { name: /答|结果/ })).toBeNull();
  });

  test('says why it cannot be begun', async () => {
    cover({});
    play('quiz.startPaper', () => {
      throw refusal('paper_closed');
    });
    render(<PaperPage />);
    await press('开始答');
    expect(await screen.findByText('这份卷子已经结束了')).toBeVisible();
  });
});

test('a question that another paper still asks is told without its key, on the desk and on the wall', async () => {
  const [one] = whole.questions;
  if (!one) throw new Error('the example has a question');
  const closed = { key: [], explanation: '', source: { title: '', article: '' } };
  onDesk({ standing: 'closed', questions: [{ ...one, ...closed, hidden: true }] });
  const desk = render(<DeskPaperPage />);
  expect(await screen.findByText(one.stem)).toBeVisible();
  expect(screen.getByText(/在另一份还没结束的卷子里，答案等它结束以后看/)).toBeVisible();
  desk.unmount();
  render(<DeskPaperWallPage />);
  await press('看答案');
  expect(screen.getByText(/在另一份还没结束的卷子里/)).toBeVisible();
});
