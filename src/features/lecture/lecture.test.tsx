import '@testing-library/jest-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../contract/operations';
import LectureRotaPage from '../../pages/meeting/lecture-rota';
import { fixDate } from '../../testing/fixDate';
import { inputsOf, play, refusal, resetCloud } from '../../testing/playedCloud';
import { signInExample } from '../../testing/signInExample';
import { resetTaro } from '../../testing/taro';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const { rota } = { rota: operations['lecture.rota'].example.output };
const [own] = rota.turns;
if (!own) throw new Error('the example has a turn');
const theirs = {
  ...own,
  id: own.id.replace(/1$/, '2'),
  day: '2026-12-07',
  speaker: { id: '01980000-0000-7000-8000-000000000302', name: '云帆' },
  mine: false,
  topic: '',
};
const swapId = operations['lecture.askSwap'].example.output.swapId;

beforeAll(() => fixDate('2026-11-23T08:00:00+08:00'));
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  signInExample();
});

test('a speaker asks a colleague to swap; nothing changes before the answer', async () => {
  play('lecture.rota', { ...rota, turns: [own, theirs] });
  play('lecture.askSwap', { swapId });
  render(<LectureRotaPage />);
  await userEvent.click(await screen.findByRole('button', { name: '和别的同志换' }));
  await userEvent.selectOptions(screen.getByLabelText('和哪一讲换'), theirs.id);
  await userEvent.click(screen.getByRole('button', { name: '问一问' }));
  expect(inputsOf('lecture.askSwap')).toEqual([{ turnId: own.id, withTurnId: theirs.id }]);
  expect(inputsOf('lecture.rota')).toHaveLength(2);
});

test('whoever is asked sees both days first and answers; a refusal is said', async () => {
  const swap = { id: swapId, turnId: theirs.id, withTurnId: own.id, askedByName: '云帆', toAnswer: true };
  play('lecture.rota', { ...rota, turns: [own, theirs], swaps: [swap] });
  play('lecture.answerSwap', () => {
    throw refusal('speaker_taken');
  });
  render(<LectureRotaPage />);
  expect(await screen.findByText('云帆想和您换微党课')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '同意换' }));
  expect(await screen.findByText('这位同志那天已经排了一讲，请换一天或换一位')).toBeVisible();
  expect(inputsOf('lecture.answerSwap')).toEqual([{ swapId, agreed: true }]);
});

test('a speaker writes down the outline, which everybody of the branch sees', async () => {
  play('lecture.rota', rota);
  play('lecture.attach', { turnId: own.id, version: 2 });
  render(<LectureRotaPage />);
  await userEvent.click(await screen.findByRole('button', { name: '写要点' }));
  await userEvent.type(screen.getByLabelText('要点'), '先讲一个买药的故事');
  await userEvent.click(screen.getByRole('button', { name: '存下' }));
  expect(inputsOf('lecture.attach')).toEqual([
    { turnId: own.id, version: 1, outline: '先讲一个买药的故事', pieceId: null },
  ]);
});

test('who keeps the rota changes a turn in the version that was seen, or takes it away; a colleague does not', async () => {
  const turn = { ...own, mine: false, mayLay: true, outline: '先讲一个故事' };
  const [known] = operations['lecture.speakers'].example.output.speakers;
  play('lecture.rota', { ...rota, turns: [turn] });
  play('lecture.speakers', { speakers: known ? [known, theirs.speaker] : [] });
  play('lecture.lay', { turnId: own.id, version: 2 });
  play('lecture.cancel', { turnId: own.id, version: 2 });
  const first = render(<LectureRotaPage />);
  await userEvent.click(await screen.findByRole('button', { name: '改这一讲' }));
  await userEvent.selectOptions(await screen.findByLabelText('请谁来讲'), '云帆');
  expect(screen.getByText('换一位同志来讲，江晨写的要点不会留在这一讲里')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '改好了' }));
  const { id: turnId, version, organisationId, day, topic } = own;
  expect(inputsOf('lecture.lay')).toEqual([
    { turnId, version, organisationId, day, topic, speakerId: theirs.speaker.id },
  ]);
  await userEvent.click(await screen.findByRole('button', { name: '取消这一讲' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '取消这一讲' }));
  expect(inputsOf('lecture.cancel')).toEqual([{ turnId, version }]);
  first.unmount();
  play('lecture.rota', { ...rota, turns: [{ ...own, mine: false }] });
  render(<LectureRotaPage />);
  // The copy of last time is there until the cloud has answered.
  await waitFor(() => expect(screen.queryByRole('button', { name: '改这一讲' })).toBeNull());
  expect(screen.getByText(`讲：${own.topic}`)).toBeVisible();
});

test('who keeps the rota lays a turn once day and speaker are chosen; a member is told that nothing is laid yet', async () => {
  play('lecture.rota', { ...rota, turns: [], layFor: [{ id: own.organisationId, name: '机关第二党支部' }] });
  play('lecture.speakers', operations['lecture.speakers'].example.output);
  play('lecture.lay', { turnId: own.id, version: 1 });
  const first = render(<LectureRotaPage />);
  const lay = await screen.findByRole('button', { name: '排上' });
  expect(lay).toBeDisabled();
  await userEvent.selectOptions(await screen.findByLabelText('请谁来讲'), '江晨');
  await userEvent.type(screen.getByLabelText('哪一天'), '2026-11-30');
  await userEvent.click(lay);
  expect(inputsOf('lecture.lay')).toEqual([
    { organisationId: own.organisationId, day: '2026-11-30', speakerId: own.speaker.id, topic: '' },
  ]);
  first.unmount();
  play('lecture.rota', { ...rota, turns: [] });
  render(<LectureRotaPage />);
  expect(await screen.findByText('还没有排微党课。支部排好后会出现在这里')).toBeVisible();
});
