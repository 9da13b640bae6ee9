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
const settled = { pieceId: change?.pieces[0]?.id ?? '', version: 4, state: 'approved' as const };

beforeEach(() => {
  resetCloud();
  resetTaro();
  signInAs();
});

test('a piece that still holds is settled with the version it was compared with', async () => {
  play('study.lawChecks', checks);
  play('study.settleLawCheck', settled);
  render(<LawChecks />);
  expect(await screen.findByText('1 篇等核对')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '核对过，仍然适用' }));
  expect(inputsOf('study.settleLawCheck')).toMatchObject([
    { pieceId: settled.pieceId, version: 3, versionOn: '2026-11-01' },
  ]);
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
  play('study.settleLawCheck', () => {
    throw refusal('conflict');
  });
  render(<LawChecks />);
  await userEvent.click(await screen.findByRole('button', { name: '核对过，仍然适用' }));
  expect(await screen.findByRole('button', { name: '看最新的' })).toBeVisible();
  expect(screen.queryByText('有一部修订或废止了')).not.toBeInTheDocument();
});

test('readers see that a piece is being checked', () => {
  const { piece } = studyPiece.example.output;
  render(<PieceText piece={{ ...piece, beingChecked: true }} />);
  expect(screen.getByText('正在核对')).toBeVisible();
});
