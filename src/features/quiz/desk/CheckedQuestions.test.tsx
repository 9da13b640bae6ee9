import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { quizReadQuestions } from '../../../contract/bank';
import { fixDate } from '../../../testing/fixDate';
import { signInAs } from '../../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { device, resetTaro } from '../../../testing/taro';
import { BankHome } from './BankHome';
import type { ListedQuestion } from './bankWords';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const desk = quizReadQuestions.example.output;
const [organisation] = desk.organisations;
const [listed] = desk.questions;
if (!organisation || !listed || !desk.overview) throw new Error('the example has a question');

const law = { title: '计量法', article: '第九条', kind: 'amended', since: '2026-11-01' } as const;
const waiting = (number: number, part: Partial<ListedQuestion> = {}): ListedQuestion => ({
  ...listed,
  id: `01980000-0000-7000-8000-00000000010${number}`,
  version: number,
  stem: `第${number}题`,
  checking: true,
  changedLaw: law,
  ...part,
});
const checked = {
  ...desk,
  overview: { ...desk.overview, found: { ...desk.overview.found, checking: 3 } },
  questions: [
    waiting(1),
    waiting(2),
    waiting(3, { mine: true }),
    waiting(4, { changedLaw: { ...law, title: '价格法' } }),
  ],
};

beforeAll(() => fixDate('2026-11-23T08:00:00+08:00'));
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  play('quiz.readQuestions', checked);
  play('quiz.settleLawCheck', ({ questions }) => ({ settled: questions.length }));
});

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

test('a bank with questions whose law has changed leads to them, law by law', async () => {
  play('quiz.readQuestions', ({ state }) => (state ? checked : { ...checked, questions: [] }));
  render(<BankHome begin={{}} />);
  await press('依据有变（3 题待核对）');
  expect(await screen.findByRole('heading', { name: '《计量法》' })).toBeVisible();
  expect(screen.getByRole('heading', { name: '《价格法》' })).toBeVisible();
  expect(inputsOf('quiz.readQuestions').at(-1)).toMatchObject({ state: 'checking' });
  await press(/^第1题/);
  expect(device.journeys.at(-1)).toContain(waiting(1).id);
});

test('all of a law at once, after a question, with the version of one day; one’s own are left to somebody else', async () => {
  render(<BankHome begin={{ state: 'checking' }} />);
  expect(await screen.findByText(/您写的，请另一位同志核对/)).toBeVisible();
  expect(screen.queryByRole('checkbox', { name: '选：第3题' })).toBeNull();
  await press('全选：《计量法》');
  await press('这 2 题核对过，仍然成立：《计量法》');
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('2 题都对照过了？')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: '都核对过' }));
  expect(inputsOf('quiz.settleLawCheck')).toMatchObject([
    {
      versionOn: '2026-11-01',
      questions: [
        { id: waiting(1).id, version: 1 },
        { id: waiting(2).id, version: 2 },
      ],
    },
  ]);
  expect(inputsOf('quiz.readQuestions').length).toBeGreaterThan(1);
});

test('nothing chosen is said, and nothing is sent', async () => {
  render(<BankHome begin={{ state: 'checking' }} />);
  await press('核对过，仍然成立：《计量法》');
  expect(screen.getByText('请先选核对过的题')).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: '选：第2题' }));
  expect(screen.queryByText('请先选核对过的题')).toBeNull();
  expect(inputsOf('quiz.settleLawCheck')).toEqual([]);
});

test('a question that somebody has changed meanwhile leads to how it is now', async () => {
  play('quiz.settleLawCheck', () => {
    throw refusal('conflict');
  });
  render(<BankHome begin={{ state: 'checking' }} />);
  await userEvent.click(await screen.findByRole('checkbox', { name: '选：第1题' }));
  await press('这 1 题核对过，仍然成立：《计量法》');
  await press('都核对过');
  const before = inputsOf('quiz.readQuestions').length;
  await press('看现在的样子');
  expect(inputsOf('quiz.readQuestions').length).toBe(before + 1);
});

test('who may not say that they hold sees them as other questions', async () => {
  play('quiz.readQuestions', { ...checked, organisations: [{ ...organisation, mayReview: false }] });
  render(<BankHome begin={{ state: 'checking' }} />);
  expect(await screen.findByRole('button', { name: /^第1题/ })).toBeVisible();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByRole('button', { name: /^依据有变（/ })).toBeNull();
});
