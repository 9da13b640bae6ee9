import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { studyDesk, studyDraft } from '../../../contract/study';
import { signInAs } from '../../../testing/people';
import { play, refusal, resetCloud } from '../../../testing/playedCloud';
import { device, resetTaro } from '../../../testing/taro';
import type { Desk } from './deskPiece';
import { PieceDesk } from './PieceDesk';
import { StudyDeskCard } from './StudyDeskCard';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const desk: Desk = studyDesk.example.output;
const title = '药店没有处方上的药，能换一种差不多的吗';

/** jsdom has no window to measure. */
function playWidth(isWide: boolean): void {
  const media = { matches: isWide, addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.defineProperty(window, 'matchMedia', { configurable: true, value: () => media });
}

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  playWidth(false);
});

test('on a phone a piece opens on its own page', async () => {
  play('study.desk', desk);
  render(<PieceDesk />);
  await userEvent.click(await screen.findByRole('button', { name: new RegExp(title) }));
  expect(device.journeys).toEqual([
    `navigateTo /pages/desk/piece-review/index?pieceId=${desk.pieces[0]?.id}`,
  ]);
});

test('on a PC it opens beside the list', async () => {
  playWidth(true);
  play('study.desk', desk);
  play('study.draft', studyDraft.example.output);
  render(<PieceDesk />);
  await userEvent.click(await screen.findByRole('button', { name: new RegExp(title) }));
  expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  expect(device.journeys).toEqual([]);
});

test('pieces lie in drawers by state', async () => {
  const [piece] = desk.pieces;
  if (!piece) throw new Error('the example has a piece');
  const pieces = [
    { ...piece, id: 'a', title: '甲', state: 'approved' as const, publishOn: null },
    { ...piece, id: 'b', title: '乙', state: 'returned' as const },
  ];
  play('study.desk', { ...desk, pieces });
  render(<PieceDesk />);
  expect(
    within(await screen.findByRole('list', { name: '已通过，还没排日子' })).getByText('甲'),
  ).toBeVisible();
  expect(within(screen.getByRole('list', { name: '退回修改' })).getByText('乙')).toBeVisible();
  expect(screen.queryByRole('list', { name: '等审核' })).not.toBeInTheDocument();
});

test.each([
  [4, true],
  [5, false],
])('a stock of %i working days is said to be low: %s', async (stockWorkdays, isSaid) => {
  play('study.desk', { ...desk, stockWorkdays });
  render(<StudyDeskCard />);
  await screen.findByText(`库存 ${stockWorkdays} 个工作日`);
  expect(screen.queryByText(/库存不到 5 个工作日/) !== null).toBe(isSaid);
});

test('without network the desk says so and can be asked again', async () => {
  play('study.desk', () => {
    throw refusal('offline');
  });
  render(<PieceDesk />);
  expect(await screen.findByText('现在没有网络。连上网后可以再试')).toBeVisible();
  play('study.desk', desk);
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(await screen.findByText(title)).toBeVisible();
});
