import '@testing-library/jest-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { errorTable } from '../../../contract/errors';
import { studyDesk, studyDraft, studySchedule } from '../../../contract/studyDesk';
import { signInAs } from '../../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../../testing/playedCloud';
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

describe('approved pieces without a day', () => {
  const [piece] = desk.pieces;
  if (!piece) throw new Error('the example has a piece');
  const waiting = ['甲', '乙', '丙'].map((name) => ({
    ...piece,
    id: `01980000-0000-7000-8000-00000000010${name.codePointAt(0)?.toString().slice(-1)}`,
    title: name,
    state: 'approved' as const,
  }));
  const plan = [
    { day: '2026-11-24', piece: null },
    { day: '2026-11-25', piece },
    { day: '2026-11-26', piece: null },
  ];

  test('are laid on the free days one after another, as far as there are days', async () => {
    play('study.desk', { ...desk, pieces: waiting, plan });
    play('study.schedule', studySchedule.example.output);
    render(<PieceDesk />);
    await userEvent.click(await screen.findByRole('button', { name: '2 篇依次排到空着的日子' }));
    expect(inputsOf('study.schedule')).toMatchObject([
      { pieceId: waiting[0]?.id, publishOn: '2026-11-24' },
      { pieceId: waiting[1]?.id, publishOn: '2026-11-26' },
    ]);
  });

  test('stay where they are after the first refusal, which is said', async () => {
    play('study.desk', { ...desk, pieces: waiting, plan });
    play('study.schedule', () => {
      throw refusal('day_taken');
    });
    render(<PieceDesk />);
    await userEvent.click(await screen.findByRole('button', { name: '2 篇依次排到空着的日子' }));
    expect(await screen.findByText(errorTable.day_taken.sentence)).toBeVisible();
    expect(inputsOf('study.schedule')).toHaveLength(1);
  });

  test.each([
    ['of whoever may not lay them', { maySchedule: false }],
    [
      'of whoever writes for several organisations',
      { writeFor: [...desk.writeFor, { id: piece.id, name: '乙' }] },
    ],
    ['of another organisation', { pieces: waiting.map((one) => ({ ...one, organisationName: '别处' })) }],
  ])('%s are laid one by one', async (_who, over) => {
    play('study.desk', { ...desk, pieces: waiting, plan, ...over });
    render(<PieceDesk />);
    await screen.findByText('甲');
    expect(screen.queryByRole('button', { name: /依次排到/ })).not.toBeInTheDocument();
  });
});

test('on a PC the next piece that waits comes up by itself after a word on one', async () => {
  playWidth(true);
  const [piece] = desk.pieces;
  if (!piece) throw new Error('the example has a piece');
  const submitted = {
    ...studyDraft.example.output,
    state: 'submitted' as const,
    mayReview: true,
    mayWrite: false,
  };
  const ids = {
    one: piece.id,
    own: '01980000-0000-7000-8000-0000000001a1',
    next: '01980000-0000-7000-8000-0000000001a2',
  };
  const pieces = [
    { ...piece, id: ids.one, title: '甲' },
    { ...piece, id: ids.own, title: '乙', mine: true },
    { ...piece, id: ids.next, title: '丙' },
  ];
  play('study.desk', { ...desk, pieces });
  play('study.draft', ({ pieceId }) => ({ ...submitted, id: pieceId }));
  play('study.review', { pieceId: ids.one, version: 3, state: 'approved' });
  render(<PieceDesk />);
  await userEvent.click(await screen.findByRole('button', { name: /甲/ }));
  await userEvent.click(await screen.findByRole('button', { name: '通过' }));
  await waitFor(() => expect(inputsOf('study.draft').at(-1)).toEqual({ pieceId: ids.next }));
});
