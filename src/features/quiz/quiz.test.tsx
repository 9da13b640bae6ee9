import '@testing-library/jest-dom';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../contract/operations';
import QuizPage from '../../pages/quiz';
import { watchQueue } from '../../platform/queue';
import { fixDate } from '../../testing/fixDate';
import { findNetwork, inputsOf, loseNetwork, play, refusal, resetCloud } from '../../testing/playedCloud';
import { signInExample } from '../../testing/signInExample';
import { resetTaro, showAgain } from '../../testing/taro';
import type { Graded, Question } from './question';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const day = '2026-11-23';
const runId = '01980000-0000-7000-8000-000000000201';
const source = {
  title: '中华人民共和国消费者权益保护法',
  article: '第二十五条',
  url: null,
  versionOn: '2013-10-25',
};

interface Keyed {
  question: Question;
  key: number[];
}

function keyed(stem: string, type: Question['type'], options: string[], key: number[]): Keyed {
  const id = `01980000-0000-7000-8000-0000000001${String(stem.charCodeAt(1)).padStart(2, '0').slice(-2)}`;
  return {
    key,
    question: {
      id,
      stem,
      type,
      options,
      blanks: type === 'blank' ? 1 : 0,
      topic: '消费者权益',
      demo: true,
      again: false,
      saved: null,
      late: false,
      graded: null,
    },
  };
}

const single = keyed('第1题', 'single', ['电饭煲', '定做的窗帘', '运动鞋'], [1]);
const multiple = keyed('第2题', 'multiple', ['书面记录', '当面核对', '口头说说'], [0, 1]);
const judge = keyed('第3题', 'trueFalse', [], [0]);

/** A cloud that keeps the first answer to each question, as the real one does. */
function playQuiz(sheet: Keyed[]): void {
  const given = new Map<string, Graded>();
  play('quiz.readOwnPapers', { papers: [] });
  play('quiz.today', () => ({
    day,
    runId,
    questions: sheet.map(({ question }) => ({ ...question, graded: given.get(question.id) ?? null })),
  }));
  play('quiz.answer', ({ questionId, answer }) => {
    const { key } = sheet.find(({ question }) => question.id === questionId)!;
    const correct = JSON.stringify(answer) === JSON.stringify(key);
    const graded = given.get(questionId) ?? {
      answer,
      correct,
      key,
      explanation: `为什么是这样（${questionId.slice(-2)}）`,
      source,
      comesBackOn: correct ? null : '2026-11-24',
    };
    given.set(questionId, graded);
    return { graded, late: false, next: null, ahead: [] };
  });
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const choose = (name: string | RegExp) =>
  userEvent.click(screen.queryByRole('radio', { name }) ?? screen.getByRole('checkbox', { name }));

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
  play('identity.me', operations['identity.me'].example.output);
  playQuiz([single, multiple, judge]);
});

async function begin(): Promise<void> {
  render(<QuizPage />);
  await userEvent.click(await screen.findByRole('button', { name: '开始答题' }));
}

test('goes from question to question with the reason after each, and ends without a grade', async () => {
  await begin();
  expect(screen.getByText('第 1 题，共 3 题')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: '第1题' })).toBeVisible();
  expect(screen.getByRole('button', { name: '提交' })).toBeDisabled();
  await choose(/定做的窗帘/);
  expect(screen.getByRole('radio', { name: /定做的窗帘/ })).toBeChecked();
  // Chosen, not yet sent: nothing has been said to the cloud.
  expect(inputsOf('quiz.answer')).toEqual([]);
  await press('提交');
  expect(await screen.findByText('答对了')).toBeVisible();
  expect(screen.getByText('为什么是这样（49）')).toBeVisible();
  expect(screen.getByText('依据：《消费者权益保护法》第二十五条（2013 版）')).toBeVisible();

  await press('下一题');
  await choose(/书面记录/);
  await press('提交');
  expect(await screen.findByText('这题再看看')).toBeVisible();
  expect(screen.getByText('明天起会再出现一次')).toBeVisible();

  await press('下一题');
  await choose('错');
  await press('提交');
  expect(await screen.findByText('答对了')).toBeVisible();
  await press('看小结');
  expect(screen.getByRole('heading', { name: '记牢 2，再看看 1' })).toBeVisible();
  expect(screen.queryByText(/分$/)).toBeNull();
  expect(inputsOf('quiz.answer').map(({ answer }) => answer)).toEqual([[1], [0], [0]]);

  await userEvent.click(within(screen.getByRole('list', { name: '没记牢的题' })).getByRole('button'));
  expect(screen.getByRole('heading', { name: '第2题' })).toBeVisible();
  expect(screen.getByText('为什么是这样（50）')).toBeVisible();
});

test('a multiple choice says so and takes several options, off again at a second press', async () => {
  playQuiz([multiple]);
  await begin();
  expect(screen.getByText('多选，可选几项')).toBeVisible();
  await choose(/当面核对/);
  await choose(/口头说说/);
  await choose(/书面记录/);
  await choose(/口头说说/);
  await press('提交');
  expect(await screen.findByText('答对了')).toBeVisible();
  expect(inputsOf('quiz.answer')).toEqual([{ runId, questionId: multiple.question.id, answer: [0, 1] }]);
});

test('true and false go to the cloud as 1 and 0, true shown first', async () => {
  playQuiz([judge]);
  await begin();
  expect(screen.getAllByRole('radio').map((row) => row.textContent)).toEqual(['对', '错']);
  await choose('对');
  await press('提交');
  expect(await screen.findByText('这题再看看')).toBeVisible();
  expect(screen.getByRole('radio', { name: /^错/ })).toHaveTextContent('正确答案是这一项');
  expect(inputsOf('quiz.answer')[0]?.answer).toEqual([1]);
});

test('after a reload it goes on in the middle', async () => {
  const first = render(<QuizPage />);
  await userEvent.click(await screen.findByRole('button', { name: '开始答题' }));
  await choose(/运动鞋/);
  await press('提交');
  await screen.findByText('这题再看看');
  first.unmount();

  render(<QuizPage />);
  expect(await screen.findByText('已经答了 1 题，还有 2 题')).toBeVisible();
  await press('接着答');
  expect(screen.getByRole('heading', { name: '第2题' })).toBeVisible();
});

test('without network answers wait on the device, the reader goes on, and the reasons come later', async () => {
  await begin();
  loseNetwork();
  await choose(/定做的窗帘/);
  await press('提交');
  const kept = '您的答案已存在手机里。连上网会自动送出，再告诉您对不对';
  expect(await screen.findByText(kept)).toBeVisible();
  expect(screen.queryByText('答对了')).toBeNull();
  await press('下一题');
  await choose(/书面记录/);
  await press('提交');
  expect(await screen.findByText(kept)).toBeVisible();
  expect(inputsOf('quiz.answer')).toEqual([]);

  await act(async () => findNetwork());
  expect(await screen.findByText('这题再看看')).toBeVisible();
  expect(screen.queryByText(kept)).toBeNull();
  expect(inputsOf('quiz.answer').map(({ answer }) => answer)).toEqual([[1], [0]]);
  await press('下一题');
  await choose('对');
  await press('提交');
  await screen.findByText('这题再看看');
  await press('看小结');
  expect(screen.getByRole('heading', { name: '记牢 1，再看看 2' })).toBeVisible();
});

test('answers that still wait are named at the end, not counted as wrong', async () => {
  playQuiz([single]);
  await begin();
  loseNetwork();
  await choose(/运动鞋/);
  await press('提交');
  await screen.findByText(/已存在手机里/);
  await press('看小结');
  expect(screen.getByRole('heading', { name: '都答完了' })).toBeVisible();
  expect(screen.getByText('1 题存在手机里，连上网会自动送出，再告诉您对不对')).toBeVisible();
});

test('a question that is no longer on the sheet is said in words, and the sheet opened afresh', async () => {
  playQuiz([single]);
  await begin();
  play('quiz.answer', () => {
    throw refusal('question_not_offered');
  });
  await choose(/运动鞋/);
  await press('提交');
  expect(await screen.findByText('这道题不在这一组里，请回到答题页看看')).toBeVisible();
  playQuiz([judge]);
  await press('再试一次');
  await userEvent.click(await screen.findByRole('button', { name: '开始答题' }));
  expect(screen.getByRole('heading', { name: '第3题' })).toBeVisible();
});

test('a new day brings a new sheet, also in the middle of the old one', async () => {
  await begin();
  await choose(/运动鞋/);
  play('quiz.today', () => ({
    day: '2026-11-24',
    runId: '01980000-0000-7000-8000-000000000202',
    questions: [judge.question],
  }));
  await act(async () => showAgain());
  await userEvent.click(await screen.findByRole('button', { name: '开始答题' }));
  expect(screen.getByRole('heading', { name: '第3题' })).toBeVisible();
  expect(screen.getByRole('button', { name: '提交' })).toBeDisabled();
});

test('an empty bank and a silent service are said, with a way on', async () => {
  playQuiz([]);
  const first = render(<QuizPage />);
  expect(await screen.findByText(/题库里还没有题/)).toBeVisible();
  // Other ways to practise would all lead to nothing.
  expect(screen.queryByRole('list', { name: '换个练法' })).toBeNull();
  first.unmount();
  localStorage.clear();
  play('quiz.today', () => {
    throw refusal('unavailable');
  });
  render(<QuizPage />);
  expect(await screen.findByText(/服务暂时不通/)).toBeVisible();
  playQuiz([single]);
  await press('再试一次');
  expect(await screen.findByRole('heading', { name: '今日 1 题' })).toBeVisible();
});
