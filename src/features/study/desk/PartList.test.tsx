import '@testing-library/jest-dom';
import { createEvent, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import * as chooser from '../../../platform/chooseFile';
import { CloudError } from '../../../platform/cloudError';
import * as files from '../../../platform/files';
import type { DraftPart } from './draftParts';
import { errorsOfPart } from './draftParts';
import { PartList } from './PartList';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));
jest.mock('../../../platform/chooseFile');
jest.mock('../../../platform/files');

const picture = { name: '柜台.jpg', size: 9, content: new Blob(['x']) };
const arrived = {
  fileId: '01980000-0000-7000-8000-000000000801',
  size: 9,
  mediaType: 'image/jpeg',
  seconds: null,
  width: 40,
  height: 30,
  ticket: 't',
};
let seen: DraftPart[] = [];

function Editor({ parts: first }: { parts: DraftPart[] }) {
  const [parts, setParts] = useState(first);
  const [urls, setUrls] = useState<Record<string, string>>({});
  seen = parts;
  return (
    <PartList
      parts={parts}
      error={undefined}
      errors={parts.map(errorsOfPart)}
      media={{ urlOf: (id) => urls[id], isFresh: () => true, freshUrl: async (id) => urls[id] }}
      onChange={setParts}
      onArrived={(id, url) => setUrls({ ...urls, [id]: url })}
    />
  );
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  jest.clearAllMocks();
  jest.mocked(chooser.chooseFile).mockResolvedValue(picture);
  jest.mocked(files.uploadFile).mockResolvedValue(arrived);
});

test('a picture is chosen, shown, described, moved and taken out', async () => {
  render(<Editor parts={[{ type: 'text', text: '正文。' }]} />);
  await press('加一张图片');
  expect(await screen.findByRole('img', { name: '还没有写图上是什么' })).toHaveAttribute(
    'src',
    `/files/${arrived.fileId}?ticket=t`,
  );
  expect(screen.getByText('请写一句图上是什么，看不见的同志要听')).toBeVisible();
  fireEvent.change(screen.getByLabelText('图上是什么'), { target: { value: '药师核对处方' } });
  expect(screen.getByRole('img', { name: '药师核对处方' })).toBeVisible();
  await press('图片往上移');
  expect(seen.map(({ type }) => type)).toEqual(['picture', 'text']);
  await press('去掉图片');
  expect(seen).toEqual([{ type: 'text', text: '正文。' }]);
});

test('a recording says its length beside the three minutes, and a second one is not offered', async () => {
  jest.mocked(files.uploadFile).mockResolvedValue({ ...arrived, mediaType: 'audio/mpeg', seconds: 61 });
  render(<Editor parts={[{ type: 'text', text: '' }]} />);
  await press('加一段录音');
  expect(await screen.findByText(/录音 61 秒，最多 180 秒/)).toBeVisible();
  expect(screen.queryByRole('button', { name: '加一段录音' })).not.toBeInTheDocument();
  expect(screen.getByText('请写上录音里说的话，听不清的同志要看')).toBeVisible();
});

test('an upload that fails says why, and can be tried again where that may help', async () => {
  jest.mocked(files.uploadFile).mockRejectedValueOnce(new CloudError('offline', '现在没有网络'));
  render(<Editor parts={[{ type: 'text', text: '' }]} />);
  await press('加一张图片');
  expect(await screen.findByText('现在没有网络')).toBeVisible();
  await press('再试一次');
  expect(await screen.findByRole('img')).toBeVisible();

  jest.mocked(files.uploadFile).mockRejectedValueOnce(new CloudError('picture_unreadable', '这张图片打不开'));
  await press('加一张图片');
  expect(await screen.findByText('这张图片打不开')).toBeVisible();
  expect(screen.queryByRole('button', { name: '再试一次' })).not.toBeInTheDocument();
});

test('choosing nothing changes nothing', async () => {
  jest.mocked(chooser.chooseFile).mockResolvedValue(null);
  render(<Editor parts={[{ type: 'text', text: '' }]} />);
  await press('加一张图片');
  await waitFor(() => expect(chooser.chooseFile).toHaveBeenCalled());
  expect(files.uploadFile).not.toHaveBeenCalled();
  expect(seen).toHaveLength(1);
});

test('what is pasted from a page stands there as clean blocks', () => {
  render(<Editor parts={[{ type: 'text', text: '前面' }]} />);
  const field = screen.getByLabelText('正文') as HTMLTextAreaElement;
  field.setSelectionRange(2, 2);
  const paste = createEvent.paste(field, {
    clipboardData: {
      getData: (type: string) =>
        type === 'text/html' ? '<h2>标题</h2><p class="MsoNormal">&nbsp;第一段</p><script>x</script>' : '',
    },
  });
  fireEvent(field, paste);
  expect(seen).toEqual([{ type: 'text', text: '前面\n\n# 标题\n\n第一段' }]);
});
