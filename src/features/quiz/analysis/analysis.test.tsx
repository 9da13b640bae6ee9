import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Output, operations } from '../../../contract/operations';
import AnalysisPage from '../../../pages/bank/analysis';
import SharesPage from '../../../pages/bank/shares';
import { session } from '../../../platform/session';
import { fixDate } from '../../../testing/fixDate';
import { inputsOf, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { signInExample } from '../../../testing/signInExample';
import { device, resetTaro } from '../../../testing/taro';
import { sayShare } from '../shareWords';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

type Analysis = Output<'quiz.readAnalysis'>;
const example = operations['quiz.readAnalysis'].example.output;
const [suspect] = example.rows;
if (!suspect) throw new Error('the example has a row');
const fine: Analysis['rows'][number] = {
  ...suspect,
  questionId: '01980000-0000-7000-8000-000000000102',
  number: 2,
  difficulty: 70,
  discrimination: 0.45,
  verdict: 'fine',
  stem: '一杆秤多久检定一次？',
  type: 'blank',
  topic: '计量',
  options: [],
};
const both: Analysis = {
  ...example,
  found: { questions: 120, analysed: 2, suspect: 1 },
  topics: ['消费者权益', '计量'],
  dots: [suspect, fine].map(({ questionId, number, difficulty, discrimination, verdict }) => ({
    questionId,
    number,
    difficulty,
    discrimination,
    verdict,
  })),
  rows: [suspect, fine],
};

beforeAll(() => fixDate('2026-11-23T08:00:00+08:00'));
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  resetTaro();
  resetCloud();
  signInExample();
  play('identity.me', operations['identity.me'].example.output);
});

describe('item analysis', () => {
  test('says first what is probably wrong, with one tap to the question', async () => {
    play('quiz.readAnalysis', both);
    render(<AnalysisPage />);
    expect(await screen.findByText('1 题请核对答案')).toBeVisible();
    expect(screen.getByText('平时答得好的人反而答错，请核对答案')).toBeVisible();
    const chosen = screen.getByRole('list', { name: '第 1 题的选项' });
    const [key, other] = within(chosen).getAllByRole('listitem');
    expect(key).toHaveTextContent('A. 没拆封的电饭煲答案约 25% 的人选');
    expect(other).toHaveTextContent('B. 按尺寸定做的窗帘答得好的人多选这一项约 60% 的人选');
    await userEvent.click(screen.getByRole('button', { name: /^核对这一题/ }));
    expect(device.journeys.at(-1)).toContain(`questionId=${suspect.questionId}`);
    const first = within(screen.getByRole('list', { name: '请核对答案的题' })).getAllByRole('button');
    expect(first.map((one) => one.textContent)).toEqual([expect.stringContaining(suspect.stem)]);
  });

  test('says difficulty and discrimination in plain words, with the figures beside them', async () => {
    play('quiz.readAnalysis', both);
    render(<AnalysisPage />);
    expect(await screen.findByText('十人里约七人答对。平时答得好的人，这题也明显答对得多')).toBeVisible();
    expect(screen.getByText('难度 70%（答对的比例） · 区分度 0.45（从 −1 到 1）')).toBeVisible();
    expect(screen.getByText('十人里约两三人答对。平时答得好的人，这题反而答对的少')).toBeVisible();
    expect(screen.getByText(/区分度 −0.41/)).toBeVisible();
  });

  test('the picture says the same in words', async () => {
    play('quiz.readAnalysis', both);
    render(<AnalysisPage />);
    expect(
      await screen.findByRole('img', { name: '2 题的难易和区分：请核对答案 1 题，合适 1 题。下面逐题列出' }),
    ).toBeInTheDocument();
  });

  test('asks for those to be checked alone, and for one topic', async () => {
    play('quiz.readAnalysis', both);
    render(<AnalysisPage />);
    await userEvent.click(await screen.findByRole('button', { name: '请核对 1' }));
    expect(inputsOf('quiz.readAnalysis').at(-1)).toEqual({ list: 'suspect' });
    await userEvent.selectOptions(screen.getByLabelText('专题'), '计量');
    expect(inputsOf('quiz.readAnalysis').at(-1)).toEqual({ list: 'suspect', topic: '计量' });
    await userEvent.selectOptions(screen.getByLabelText('专题'), '');
    expect(inputsOf('quiz.readAnalysis').at(-1)).toEqual({ list: 'suspect' });
  });

  test('a later page is asked by what the list is ordered by', async () => {
    const next = { verdict: 'fine', questionId: fine.questionId, number: 2 } as const;
    play('quiz.readAnalysis', ({ from }) =>
      from ? { ...both, rows: [fine], next: null } : { ...both, rows: [suspect], next },
    );
    render(<AnalysisPage />);
    await userEvent.click(await screen.findByRole('button', { name: '再看后面的' }));
    expect(await screen.findByText('2. 一杆秤多久检定一次？')).toBeVisible();
    expect(inputsOf('quiz.readAnalysis').at(-1)).toEqual({ list: 'all', from: next });
    expect(screen.queryByRole('button', { name: '再看后面的' })).toBeNull();
  });

  test('with fewer than twenty people it says so', async () => {
    play('quiz.readAnalysis', {
      ...both,
      found: { questions: 34, analysed: 0, suspect: 0 },
      topics: [],
      dots: [],
      rows: [],
    });
    render(<AnalysisPage />);
    expect(await screen.findByText(/一题有二十人答过，才算得出难易。题库在用的 34 题/)).toBeVisible();
    expect(screen.queryByRole('img')).toBeNull();
  });

  test('a service that does not answer is said, with a way on', async () => {
    play('quiz.readAnalysis', () => {
      throw refusal('not_found');
    });
    render(<AnalysisPage />);
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});

describe('shares to choose a lecture by', () => {
  test('are said as people say them, lowest first, and that nobody is seen', async () => {
    play('quiz.readShares', {
      ...operations['quiz.readShares'].example.output,
      topics: [
        { topic: '消费者权益', share: 20, bound: 'orLess' },
        { topic: '计量', share: 80, bound: 'orMore' },
      ],
    });
    render(<SharesPage />);
    expect(await screen.findByText(/^只有比例，看不到是谁/)).toBeVisible();
    const topics = within(screen.getByRole('list', { name: '按专题' })).getAllByRole('listitem');
    expect(topics.map((one) => one.textContent)).toEqual([
      '消费者权益十人里两人或更少答对',
      '计量十人里八人或更多答对',
    ]);
    expect(within(screen.getByRole('list', { name: '按题' })).getByText('十人里约四人答对')).toBeVisible();
  });

  test('lead whoever lays the turns to the rota', async () => {
    const { me } = operations['identity.me'].example.output;
    session.set({ status: 'signedIn', me: { ...me, acts: ['lecture.lay', 'quiz.analyse'] } });
    play('quiz.readShares', operations['quiz.readShares'].example.output);
    render(<SharesPage />);
    await userEvent.click(await screen.findByRole('button', { name: '排一讲' }));
    expect(device.journeys.at(-1)).toContain('lecture-rota');
  });

  test('where nobody has answered enough it says why', async () => {
    play('quiz.readShares', {
      ...operations['quiz.readShares'].example.output,
      topics: [],
      questions: [],
    });
    render(<SharesPage />);
    expect(await screen.findByText(/支部里有五人以上答过的题，这里才说/)).toBeVisible();
  });
});

test.each([
  [0, '几乎没有人'],
  [5, '十人里不到一人'],
  [10, '十人里约一人'],
  [25, '十人里约两三人'],
  [70, '十人里约七人'],
  [95, '十人里九人以上'],
  [100, '几乎人人'],
])('%i in a hundred is %s', (share, words) => expect(sayShare(share)).toBe(words));
