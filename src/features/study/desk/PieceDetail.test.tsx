import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { studyDesk, studyDraft } from '../../../contract/studyDesk';
import { signInAs } from '../../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { resetTaro } from '../../../testing/taro';
import type { Draft } from './deskPiece';
import { PieceDetail } from './PieceDetail';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const submitted: Draft = studyDraft.example.output;
const taken = studyDesk.example.output.pieces[0] ?? null;
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function open(part: Partial<Draft> = {}): Promise<void> {
  play('study.draft', { ...submitted, ...part });
  render(<PieceDetail pieceId={submitted.id} />);
  await screen.findByRole('heading', { name: submitted.title });
}

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs({ acts: ['study.review', 'study.schedule'] });
  jest.useFakeTimers({ now: new Date('2026-11-23T02:00:00Z'), doNotFake: ['setTimeout', 'setInterval'] });
  play('study.desk', {
    ...studyDesk.example.output,
    plan: [
      { day: '2026-11-24', piece: taken },
      { day: '2026-11-25', piece: null },
    ],
  });
});
afterEach(() => jest.useRealTimers());

test('the reviewer sees the page as members will, and the keys', async () => {
  await open();
  expect(screen.getByText('王阿姨拿着医院开的处方去药店买药。')).toBeVisible();
  const options = within(screen.getByRole('list', { name: '第 1 题的选项' }));
  expect(options.getByText('错').closest('li')).toHaveTextContent('正确');
  expect(options.getByText('对').closest('li')).not.toHaveTextContent('正确');
});

test('returning needs a note', async () => {
  await open();
  play('study.review', { pieceId: submitted.id, version: 3, state: 'returned' });
  await press('退回修改');
  expect(screen.getByText('请写明哪里要改，例如：第 2 段缺来源')).toBeVisible();
  expect(inputsOf('study.review')).toEqual([]);

  await userEvent.type(screen.getByLabelText('审核意见'), '第 2 段缺来源');
  await press('退回修改');
  expect(inputsOf('study.review')).toEqual([
    { pieceId: submitted.id, version: 2, decision: 'return', note: '第 2 段缺来源', publishOn: undefined },
  ]);
});

test('passing offers only the free working days', async () => {
  await open();
  play('study.review', { pieceId: submitted.id, version: 3, state: 'approved' });
  const days = within(await screen.findByLabelText('哪个工作日发'));
  expect(days.getAllByRole('option').map((option) => option.textContent)).toEqual([
    '先不排',
    '11月25日 星期三',
  ]);
  await userEvent.selectOptions(screen.getByLabelText('哪个工作日发'), '11月25日 星期三');
  await press('通过');
  expect(inputsOf('study.review')).toEqual([
    { pieceId: submitted.id, version: 2, decision: 'approve', note: '', publishOn: '2026-11-25' },
  ]);
});

test('a colleague who was faster is said, with the way to the newest', async () => {
  await open();
  play('study.review', () => {
    throw refusal('conflict');
  });
  await press('通过');
  expect(await screen.findByText(/别的同志刚改过这一条/)).toBeVisible();
  play('study.draft', { ...submitted, version: 3, title: '改过的标题' });
  await press('看最新的');
  expect(await screen.findByRole('heading', { name: '改过的标题' })).toBeVisible();
});

test('whoever wrote it is not asked for a review', async () => {
  await open({ mine: true, mayReview: false });
  expect(screen.getByText('自己写的要请另一位同志审核')).toBeVisible();
  expect(screen.queryByRole('button', { name: '通过' })).not.toBeInTheDocument();
});

test.each([
  ['2026-11-22', 0],
  ['2026-11-23', 1],
  [null, 1],
])('an approved piece of %s can be laid on another day: %i', async (publishOn, offered) => {
  await open({ state: 'approved', mayReview: false, publishOn });
  expect(screen.queryAllByRole('heading', { name: /^(换一天|排日子)$/ })).toHaveLength(offered);
  expect(screen.getByRole('button', { name: '撤下' })).toBeVisible();
});

test('withdrawing asks for a reason', async () => {
  await open({ state: 'approved', mayReview: false, publishOn: '2026-11-22' });
  play('study.withdraw', { pieceId: submitted.id, version: 3, state: 'withdrawn' });
  await press('撤下');
  const dialog = within(screen.getByRole('dialog', { name: '撤下这一篇？' }));
  await userEvent.click(dialog.getByRole('button', { name: '撤下' }));
  expect(dialog.getByText('请写一句原因')).toBeVisible();
  await userEvent.type(dialog.getByLabelText('原因'), '条文已经修改');
  await userEvent.click(dialog.getByRole('button', { name: '撤下' }));
  expect(inputsOf('study.withdraw')).toEqual([{ pieceId: submitted.id, version: 2, reason: '条文已经修改' }]);
});
