import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { studyLawChecks } from '../../../contract/law';
import { studyPiece } from '../../../contract/study';
import { signInAs } from '../../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { resetTaro } from '../../../testing/taro';
import { PieceText } from '../PieceText';
import { LawChecks } from './LawChecks';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const checks = studyLawChecks.example.output;
const [change] = checks.changes;
const [waiting] = change?.pieces ?? [];

beforeEach(() => {
  resetCloud();
  resetTaro();
  signInAs();
});

test('a piece that still holds is settled with the version it was compared with', async () => {
  play('study.lawChecks', checks);
  play('study.settleLawChecks', { settled: 1 });
  render(<LawChecks />);
  expect(await screen.findByText('1 篇等核对')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '核对过，仍然适用' }));
  expect(inputsOf('study.settleLawChecks')).toEqual([
    { versionOn: '2026-11-01', pieces: [{ id: waiting?.id, version: 3 }] },
  ]);
});

describe('several pieces', () => {
  const pieces = ['甲篇', '乙篇', '丙篇'].flatMap((title, index) =>
    waiting ? [{ ...waiting, id: `${waiting.id.slice(0, -1)}${index}`, title, mine: title === '丙篇' }] : [],
  );
  const several = { ...checks, changes: change ? [{ ...change, pieces }] : [] };

  test('are settled in one word, those chosen only, and never the own ones', async () => {
    play('study.lawChecks', several);
    play('study.settleLawChecks', { settled: 2 });
    render(<LawChecks />);
    await userEvent.click(await screen.findByRole('button', { name: '核对过，仍然适用' }));
    expect(screen.getByText('请先选核对过的稿件')).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: '选《丙篇》' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '全选' }));
    await userEvent.click(screen.getByRole('checkbox', { name: '选《甲篇》' }));
    await userEvent.click(screen.getByRole('checkbox', { name: '选《甲篇》' }));
    await userEvent.click(screen.getByRole('button', { name: '这 2 篇核对过，仍然适用' }));
    expect(inputsOf('study.settleLawChecks')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '都核对过' }));
    const [input] = inputsOf('study.settleLawChecks');
    expect(input?.pieces.map((piece) => piece.id).sort()).toEqual([pieces[0]?.id, pieces[1]?.id]);
  });

  test('need the date of the version of what was repealed', async () => {
    play('study.lawChecks', {
      ...several,
      changes: several.changes.map((one) => ({ ...one, kind: 'repealed' as const })),
    });
    render(<LawChecks />);
    await userEvent.click(await screen.findByRole('checkbox', { name: '选《甲篇》' }));
    await userEvent.click(screen.getByRole('button', { name: '核对过，仍然适用' }));
    expect(screen.getByText('请选对照的那一版的日期')).toBeVisible();
    expect(inputsOf('study.settleLawChecks')).toEqual([]);
  });
});

test('a law that was marked by mistake is taken back after a question, in the version seen', async () => {
  play('study.lawChecks', checks);
  play('study.takeBackLaw', () => {
    throw refusal('conflict');
  });
  render(<LawChecks />);
  await userEvent.click(await screen.findByRole('button', { name: /^标错了，收回/ }));
  expect(inputsOf('study.takeBackLaw')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: '收回' }));
  expect(inputsOf('study.takeBackLaw')).toEqual([{ changeId: change?.id, version: 1 }]);
  expect(await screen.findByText('别的同志刚改过这一条。请看过最新内容再改')).toBeVisible();
  // Closed after such a refusal, the list is fetched anew.
  play('study.takeBackLaw', { changeId: change?.id ?? '', released: 1 });
  await userEvent.click(screen.getByRole('button', { name: '先不' }));
  expect(inputsOf('study.lawChecks')).toHaveLength(2);
  await userEvent.click(await screen.findByRole('button', { name: /^标错了，收回/ }));
  await userEvent.click(screen.getByRole('button', { name: '收回' }));
  expect(inputsOf('study.lawChecks')).toHaveLength(3);
});

test('whoever wrote it is told that somebody else checks', async () => {
  const pieces = change?.pieces.map((piece) => ({ ...piece, mine: true })) ?? [];
  play('study.lawChecks', { ...checks, changes: change ? [{ ...change, pieces }] : [] });
  render(<LawChecks />);
  expect(await screen.findByText('自己写的要请另一位同志核对')).toBeVisible();
  expect(screen.queryByRole('button', { name: '核对过，仍然适用' })).not.toBeInTheDocument();
});

test('a law is not marked without its name and day', async () => {
  play('study.lawChecks', { ...checks, changes: [] });
  render(<LawChecks />);
  await userEvent.click(await screen.findByRole('button', { name: '标出来，列出要核对的' }));
  expect(screen.getByText('请写名称')).toBeVisible();
  expect(screen.getByText('请选日期')).toBeVisible();
  expect(inputsOf('study.markLaw')).toEqual([]);
});

test('who does not mark for the bureau sees the list only, and a refusal says what to do', async () => {
  play('study.lawChecks', { ...checks, mayMark: false });
  play('study.settleLawChecks', () => {
    throw refusal('conflict');
  });
  render(<LawChecks />);
  await userEvent.click(await screen.findByRole('button', { name: '核对过，仍然适用' }));
  expect(await screen.findByRole('button', { name: '看最新的' })).toBeVisible();
  expect(screen.queryByText('有一部修订或废止了')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^标错了/ })).not.toBeInTheDocument();
});

test('readers see that a piece is being checked', () => {
  const { piece } = studyPiece.example.output;
  render(<PieceText piece={{ ...piece, beingChecked: true }} />);
  expect(screen.getByText('正在核对')).toBeVisible();
});
