import '@testing-library/jest-dom';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { studyDesk, studyDraft } from '../../../contract/studyDesk';
import { signInAs } from '../../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { device, resetTaro } from '../../../testing/taro';
import type { Draft } from './deskPiece';
import { PieceEditor } from './PieceEditor';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const example: Draft = {
  ...studyDraft.example.output,
  state: 'draft',
  mayWrite: true,
  mine: true,
  version: 2,
};
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function openNew(): Promise<() => void> {
  play('study.desk', studyDesk.example.output);
  const { unmount } = render(<PieceEditor pieceId={undefined} />);
  await screen.findByLabelText('标题');
  return unmount;
}

async function openSaved(part: Partial<Draft> = {}): Promise<void> {
  play('study.draft', { ...example, ...part });
  render(<PieceEditor pieceId={example.id} />);
  await screen.findByLabelText('标题');
}

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
});

test('the preview and the length follow what is typed', async () => {
  await openNew();
  fill('标题', '药店换药');
  fill('正文', `# 能换吗\n${'字'.repeat(596)}`);
  const preview = within(screen.getByRole('region', { name: '预览' }));
  expect(preview.getByRole('heading', { name: '药店换药' })).toBeVisible();
  expect(preview.getByRole('heading', { name: '能换吗' })).toBeVisible();
  expect(screen.getByText('599 字 · 约 2 分钟 · 离 600 字还有 1 字')).toBeVisible();
  fill('正文', '字'.repeat(600));
  expect(screen.getByText('600 字 · 约 2 分钟 · 600 到 900 字正好三分钟')).toBeVisible();
  fill('正文', '字'.repeat(900));
  expect(screen.getByText('900 字 · 约 3 分钟 · 600 到 900 字正好三分钟')).toBeVisible();
  fill('正文', '字'.repeat(901));
  expect(screen.getByText('901 字 · 约 4 分钟 · 比 900 字多 1 字，三分钟读不完')).toBeVisible();
});

test('a draft may lack its source, but not what it is handed in with', async () => {
  await openNew();
  play('study.saveDraft', { pieceId: example.id, version: 1, state: 'draft' });
  fill('标题', '药店换药');
  fill('主题', '药品');
  await press('提交审核');
  expect(screen.getByText('请写正文')).toBeVisible();
  expect(screen.getByText('请写来源的名称，读的人要知道依据什么')).toBeVisible();
  expect(inputsOf('study.saveDraft')).toEqual([]);

  await press('存草稿');
  expect(await screen.findByText('都保存了')).toBeVisible();
  expect(screen.queryByText('请写正文')).not.toBeInTheDocument();
});

test('handing in saves first, then goes to the second person', async () => {
  await openNew();
  play('study.saveDraft', { pieceId: example.id, version: 1, state: 'draft' });
  play('study.submit', { pieceId: example.id, version: 2, state: 'submitted' });
  fill('标题', '药店换药');
  fill('主题', '药品');
  fill('正文', '第一段\n\n第二段');
  fill('来源名称', '中华人民共和国药品管理法');
  fill('版本日期', '2019-08-26');
  await press('提交审核');
  expect(inputsOf('study.saveDraft')).toEqual([
    {
      organisationId: '01980000-0000-7000-8000-00000000000a',
      kind: 'explanation',
      title: '药店换药',
      topic: '药品',
      blocks: [
        { type: 'paragraph', text: '第一段' },
        { type: 'paragraph', text: '第二段' },
      ],
      source: {
        title: '中华人民共和国药品管理法',
        article: '',
        url: null,
        versionOn: '2019-08-26',
        checkedOn: null,
      },
      checks: [],
    },
  ]);
  expect(inputsOf('study.submit')).toEqual([{ pieceId: example.id, version: 1 }]);
  expect(device.journeys).toEqual(['redirectTo /pages/desk/pieces/index']);
});

test('a self-check question says what it lacks', async () => {
  await openNew();
  fill('标题', '药店换药');
  fill('主题', '药品');
  await press('加一道自测题');
  fill('选项', '甲\n乙\n乙');
  await press('存草稿');
  for (const sentence of ['请写题目', '有两个选项一样，请改一个', '请写一句为什么']) {
    expect(screen.getByText(sentence)).toBeVisible();
  }
  fill('选项', '甲\n乙');
  expect(screen.getByText('请选正确的一项')).toBeVisible();
  await userEvent.click(screen.getByRole('radio', { name: /乙/ }));
  expect(screen.queryByText('请选正确的一项')).not.toBeInTheDocument();
});

test('what was typed and not saved is there again, and can be thrown away', async () => {
  const leave = await openNew();
  fill('标题', '写到一半');
  leave();
  await openNew();
  expect(screen.getByLabelText('标题')).toHaveValue('写到一半');
  await press('不要了，从保存过的开始');
  expect(screen.getByLabelText('标题')).toHaveValue('');
});

test('when a colleague was faster, the own text stays beside the newest, and nothing is written over', async () => {
  await openSaved();
  play('study.saveDraft', () => {
    throw refusal('conflict');
  });
  fill('正文', '我写的一段');
  await press('存草稿');
  const dialog = within(await screen.findByRole('dialog', { name: '别的同志刚改过这一篇' }));
  play('study.draft', { ...example, version: 3, blocks: [{ type: 'paragraph', text: '同志写的一段' }] });
  await userEvent.click(dialog.getByRole('button', { name: '读取最新的，我写的放旁边' }));
  expect(await screen.findByDisplayValue('同志写的一段')).toBe(screen.getByLabelText('正文'));
  expect(screen.getByLabelText('您刚才写的')).toHaveValue('我写的一段');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

  play('study.saveDraft', { pieceId: example.id, version: 4, state: 'draft' });
  fill('正文', '两个人写的');
  await press('存草稿');
  expect(inputsOf('study.saveDraft').map(({ version }) => version)).toEqual([2, 3]);
});

test('why it was returned stands above the form', async () => {
  await openSaved({ state: 'returned', note: '第 2 段缺来源' });
  expect(screen.getByText('第 2 段缺来源')).toBeVisible();
});

test('a piece that was handed in meanwhile is not offered for writing', async () => {
  play('study.draft', { ...example, state: 'submitted', mayWrite: false });
  render(<PieceEditor pieceId={example.id} />);
  expect(await screen.findByText('这一篇现在不能改')).toBeVisible();
  expect(screen.queryByRole('button', { name: '提交审核' })).not.toBeInTheDocument();
});
