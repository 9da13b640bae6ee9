import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { studyPackable, studyReadPack, studyWritePack } from '../../../contract/pack';
import { studyDesk } from '../../../contract/studyDesk';
import * as chooser from '../../../platform/chooseFile';
import * as files from '../../../platform/files';
import * as saver from '../../../platform/saveFile';
import { signInAs } from '../../../testing/people';
import { calls, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { device, resetTaro } from '../../../testing/taro';
import { ContentPacks } from './ContentPacks';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));
jest.mock('../../../platform/chooseFile');
jest.mock('../../../platform/files');
jest.mock('../../../platform/saveFile');

const fileId = '01980000-0000-7000-8000-000000000801';
const desk = studyDesk.example.output;
const packable = studyPackable.example.output;
const pack = studyReadPack.example.output;
const [piece] = pack.pieces;
if (!piece) throw new Error('the example has a piece');

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const last = (name: string) => calls.filter((call) => call.name === name).at(-1)?.input;

beforeEach(() => {
  jest.clearAllMocks();
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  jest.mocked(chooser.chooseFile).mockResolvedValue({ name: '包.json', size: 9, content: new Blob(['x']) });
  jest.mocked(files.uploadFile).mockResolvedValue({
    ...{ fileId, size: 9, mediaType: 'application/json', seconds: null, width: null, height: null },
    ticket: null,
  });
  play('study.desk', desk);
  play('study.packable', packable);
});

test('a received pack shows what is new, and takes what is chosen by its place in the file', async () => {
  const there = { ...piece, title: '早就有的', isThere: true };
  play('study.readPack', { ...pack, pieces: [there, piece, { ...piece, title: '带图的', pictures: 2 }] });
  play('study.takePack', { taken: 1, left: 0 });
  render(<ContentPacks />);
  await press('选内容包文件');
  expect(await screen.findByText('《早就有的》')).toBeVisible();
  expect(screen.getByRole('checkbox', { name: /带图的.*2 张图片没有随包/ })).toBeChecked();
  await userEvent.click(screen.getByRole('checkbox', { name: new RegExp(piece.title) }));
  await press('取用，请另一位同志审核');
  expect(last('study.takePack')).toEqual({
    organisationId: desk.writeFor[0]?.id,
    fileId,
    chosen: [2],
  });
  expect(device.journeys.at(-1)).toMatch(/pages\/desk\/pieces/);
});

test('a file that is no pack is said to be none, and another can be chosen', async () => {
  play('study.readPack', () => {
    throw refusal('pack_unreadable');
  });
  render(<ContentPacks />);
  await press('选内容包文件');
  expect(await screen.findByText(/这份文件不是内容包/)).toBeVisible();
  await press('换一个文件');
  expect(await screen.findByRole('button', { name: '选内容包文件' })).toBeVisible();
});

test('a pack of which everything is there offers nothing to take', async () => {
  play('study.readPack', { ...pack, pieces: [{ ...piece, isThere: true }] });
  render(<ContentPacks />);
  await press('选内容包文件');
  expect(await screen.findByText('包里的 1 篇，标题在本单位都已经有了')).toBeVisible();
  expect(screen.queryByRole('button', { name: '取用，请另一位同志审核' })).not.toBeInTheDocument();
});

test('chosen pieces and series are made into a file, which says what stayed behind and is saved', async () => {
  const written = { ...studyWritePack.example.output, pieceCount: 13, recordings: 1 };
  play('study.writePack', written);
  jest.mocked(saver.saveFile).mockResolvedValue(true);
  render(<ContentPacks />);
  await userEvent.click(await screen.findByRole('checkbox', { name: /系列《窗口工作手册》/ }));
  await userEvent.click(screen.getByRole('checkbox', { name: new RegExp(packable.pieces[0]?.title ?? '') }));
  await press('做成内容包');
  expect(await screen.findByText('做好了，13 篇。1 段录音没有随包')).toBeVisible();
  expect(last('study.writePack')).toEqual({
    organisationId: desk.writeFor[0]?.id,
    pieceIds: [packable.pieces[0]?.id],
    seriesIds: [packable.series[0]?.id],
  });
  await press('保存内容包');
  expect(saver.saveFile).toHaveBeenCalledWith(written);
  // Another choice is another file.
  await userEvent.click(screen.getByRole('checkbox', { name: /系列《窗口工作手册》/ }));
  expect(screen.queryByRole('button', { name: '保存内容包' })).not.toBeInTheDocument();
});

test('too much for one pack is said in words', async () => {
  play('study.writePack', () => {
    throw refusal('pack_too_large');
  });
  render(<ContentPacks />);
  await userEvent.click(await screen.findByRole('checkbox', { name: /系列《窗口工作手册》/ }));
  await press('做成内容包');
  expect(await screen.findByText(/最多 200 篇、600 KB/)).toBeVisible();
});

test('who writes for nobody is told whose page it is', async () => {
  play('study.desk', { ...desk, writeFor: [] });
  render(<ContentPacks />);
  expect(await screen.findByText(/这一页由写稿的同志使用/)).toBeVisible();
});
