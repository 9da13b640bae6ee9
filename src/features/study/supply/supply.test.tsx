import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../../contract/operations';
import DeskSupplyPage from '../../../pages/desk/supply';
import { fixDate } from '../../../testing/fixDate';
import { inputsOf, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { signInExample } from '../../../testing/signInExample';
import { resetTaro } from '../../../testing/taro';
import type { SupplyAnswer, SupplyTurn } from './supplyRota';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const { turns } = operations['study.supplyRota'].example.output;
const [own] = turns;
if (!own) throw new Error('the example has a turn');
const theirs: SupplyTurn = {
  ...own,
  id: own.id.replace(/1$/, '2'),
  supplier: { id: '01980000-0000-7000-8000-00000000000c', name: '机关第三党支部' },
  week: '2026-11-30',
  mine: false,
};
const { swapId } = operations['study.askSupplySwap'].example.output;
const laid: SupplyAnswer['layFor'][number] = {
  ...own.publisher,
  stockWorkdays: 4,
  gap: '2026-12-01',
  suppliers: [own.supplier, theirs.supplier],
  freeWeeks: ['2026-12-07', '2026-12-14'],
};
const answer = (over: Partial<SupplyAnswer>): SupplyAnswer => ({ turns: [], swaps: [], layFor: [], ...over });

beforeAll(() => fixDate('2026-11-23T08:00:00+08:00'));
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  signInExample();
});

test('an officer sees whose week it is, asks for a swap, and is told that nothing changes before the answer', async () => {
  play('study.supplyRota', answer({ turns: [own, theirs] }));
  play('study.askSupplySwap', { swapId });
  render(<DeskSupplyPage />);
  expect(await screen.findByText('第48周（11月23日–27日）')).toBeVisible();
  expect(screen.getByText('本周')).toBeVisible();
  expect(screen.getAllByRole('button', { name: /^写一篇/ })).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: /^和别处换/ }));
  await userEvent.selectOptions(screen.getByLabelText('和哪一周换'), theirs.id);
  expect(screen.getByText('对方同意后才换，不同意就还是原来的日子')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '问一问' }));
  expect(inputsOf('study.askSupplySwap')).toEqual([{ turnId: own.id, withTurnId: theirs.id }]);
});

test('who is asked sees both weeks first and answers; a refusal is said', async () => {
  const swap = { id: swapId, turnId: theirs.id, withTurnId: own.id, toAnswer: true, toTakeBack: false };
  play('study.supplyRota', answer({ turns: [own, theirs], swaps: [swap] }));
  play('study.answerSupplySwap', () => {
    throw refusal('wrong_state');
  });
  render(<DeskSupplyPage />);
  expect(await screen.findByText('机关第三党支部想和机关第二党支部换供稿的周')).toBeVisible();
  expect(
    screen.getByText('机关第二党支部供第49周（11月30日–12月4日），机关第三党支部供第48周（11月23日–27日）'),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '不换' }));
  expect(await screen.findByText(/现在不能这样操作/)).toBeVisible();
  expect(inputsOf('study.answerSupplySwap')).toEqual([{ swapId, agreed: false }]);
});

test('a question that waits can be taken back', async () => {
  const swap = { id: swapId, turnId: own.id, withTurnId: theirs.id, toAnswer: false, toTakeBack: true };
  play('study.supplyRota', answer({ turns: [own, theirs], swaps: [swap] }));
  play('study.takeBackSupplySwap', { swapId });
  render(<DeskSupplyPage />);
  expect(await screen.findByText(/正在问机关第三党支部/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^和别处换/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '不换了，收回' }));
  expect(inputsOf('study.takeBackSupplySwap')).toEqual([{ swapId }]);
});

test('who lays the rota sees the stock and lays weeks among those chosen', async () => {
  play('study.supplyRota', answer({ layFor: [laid] }));
  play('study.laySupply', { turnIds: [own.id] });
  render(<DeskSupplyPage />);
  expect(await screen.findByText('库存不到 5 个工作日，下一个空着的日子是 12月1日 星期二')).toBeVisible();
  const lay = screen.getByRole('button', { name: '排上' });
  expect(lay).toBeDisabled();
  await userEvent.selectOptions(screen.getByLabelText('从哪一周排起'), '2026-12-14');
  await userEvent.selectOptions(screen.getByLabelText('排几周'), '8');
  await userEvent.click(screen.getByRole('checkbox', { name: '机关第三党支部' }));
  await userEvent.click(lay);
  expect(inputsOf('study.laySupply')).toEqual([
    { organisationId: laid.id, from: '2026-12-14', weeks: 8, supplierIds: [theirs.supplier.id] },
  ]);
});

test('who lays the rota gives a week to somebody else, or takes it off after being asked', async () => {
  const piece = { id: '01980000-0000-7000-8000-000000000404', title: '药店换药', state: 'draft' as const };
  play('study.supplyRota', answer({ turns: [{ ...theirs, mayLay: true, pieces: [piece] }], layFor: [laid] }));
  play('study.changeSupply', { turnId: theirs.id, version: 2 });
  play('study.cancelSupply', { turnId: theirs.id });
  render(<DeskSupplyPage />);
  await userEvent.click(await screen.findByRole('button', { name: /^改由别处供稿/ }));
  expect(screen.getByText('已经写的稿件还是原来的同志接着写，不再记在这一周')).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText('改由哪里供稿'), own.supplier.id);
  await userEvent.click(screen.getByRole('button', { name: '改好了' }));
  expect(inputsOf('study.changeSupply')).toEqual([
    { turnId: theirs.id, version: 1, supplierId: own.supplier.id },
  ]);
  await userEvent.click(await screen.findByRole('button', { name: /^取消这一周/ }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '取消这一周' }));
  expect(inputsOf('study.cancelSupply')).toEqual([{ turnId: theirs.id, version: 1 }]);
});

test('whoever comes for the own week has the form for the groups below only on request', async () => {
  play('study.supplyRota', answer({ turns: [own], layFor: [laid] }));
  render(<DeskSupplyPage />);
  await userEvent.click(await screen.findByRole('button', { name: `给${laid.name}的稿件排轮值` }));
  expect(screen.getByLabelText('排几周')).toBeVisible();
});

test('nothing laid yet: each reader is told what there is to do', async () => {
  play('study.supplyRota', answer({}));
  const first = render(<DeskSupplyPage />);
  expect(await screen.findByText('还没有轮到您这里供稿。排好后会出现在这里，也会通知您')).toBeVisible();
  expect(screen.queryByRole('button', { name: '排上' })).toBeNull();
  first.unmount();
  play('study.supplyRota', answer({ layFor: [laid] }));
  render(<DeskSupplyPage />);
  expect(await screen.findByText('还没有排。选好支部，一次可以排几周')).toBeVisible();
});
