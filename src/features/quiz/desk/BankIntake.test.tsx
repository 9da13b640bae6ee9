import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { quizReadBankTemplate, quizReadQuestions } from '../../../contract/bank';
import { quizReadImport, quizReadImportLines } from '../../../contract/bankImport';
import { errorTable } from '../../../contract/errors';
import { fileBegin, fileFinish } from '../../../contract/file';
import { signInAs } from '../../../testing/people';
import { inputsOf, loseNetwork, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { resetTaro } from '../../../testing/taro';
import { BankIntake } from './BankIntake';
import type { BankImport, ImportLine } from './bankWords';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));
jest.mock('../../../platform/sendContent', () => ({ sendContent: async () => undefined }));

const preview: BankImport = quizReadImport.example.output;
const [example] = quizReadImportLines.example.output.lines;
if (!example) throw new Error('the example has a line');
const unclear: ImportLine = { ...example, place: 12 };
const other: ImportLine = {
  ...example,
  place: 30,
  at: '题库.docx 第 90 段',
  question: { ...example.question, stem: '药品过了有效期还能卖吗？' },
};

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  play('quiz.readImports', { imports: [] });
  play('quiz.readQuestions', quizReadQuestions.example.output);
  play('quiz.readImportLines', ({ list }) => ({
    lines: list === 'problems' ? [unclear, other] : [],
    next: null,
  }));
  play('file.begin', fileBegin.example.output);
  play('file.finish', fileFinish.example.output);
  play('quiz.importBank', preview);
});

async function choose(words: string, name: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: words }));
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file is asked for');
  await userEvent.upload(input, new File(['1. 题'], name));
}

async function openPreview(part: Partial<BankImport> = {}): Promise<void> {
  play('quiz.readImports', { imports: [{ ...preview, ...part }] });
  render(<BankIntake />);
  await screen.findByText(/读的文件/);
}

test('several files are read as one bank, with a topic for what names none', async () => {
  const second = '01980000-0000-7000-8000-000000000802';
  render(<BankIntake />);
  await choose('选文件', '党纪题库.docx');
  expect(await screen.findByText('党纪题库.docx')).toBeVisible();
  expect(screen.getByLabelText('专题')).toHaveValue('党纪题库');
  play('file.begin', { ...fileBegin.example.output, fileId: second });
  play('file.finish', { ...fileFinish.example.output, fileId: second });
  await choose('再加一个文件', '答案.txt');
  await userEvent.click(await screen.findByRole('button', { name: '读这 2 个文件' }));
  expect(
    await screen.findByRole('heading', { name: /486 题可以导入，23 题不清楚，请您看一眼/ }),
  ).toBeVisible();
  expect(inputsOf('quiz.importBank')).toMatchObject([
    { topic: '党纪题库', files: [{ name: '党纪题库.docx' }, { fileId: second, name: '答案.txt' }] },
  ]);
  expect(inputsOf('file.begin')).toMatchObject([{ purpose: 'import' }, { purpose: 'import' }]);
});

test('a file that holds no question is said so, and another can be added', async () => {
  play('quiz.importBank', () => {
    throw refusal('bank_without_questions');
  });
  render(<BankIntake />);
  await choose('选文件', '通知.docx');
  await userEvent.click(await screen.findByRole('button', { name: '读这 1 个文件' }));
  expect(await screen.findByText(errorTable.bank_without_questions.sentence)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '不要 通知.docx' }));
  expect(screen.getByRole('button', { name: '选文件' })).toBeVisible();
});

test('a preview is found again, problems first; a tapped key settles one and opens the next', async () => {
  const settled = { ...unclear, version: 2, question: { ...unclear.question, key: [1] }, problems: [] };
  const fewer = { ...preview, version: 2, found: { ...preview.found, ready: 487, problems: 22 } };
  play('quiz.changeImportLine', { line: settled, import: fewer });
  await openPreview();
  await userEvent.click(await screen.findByRole('button', { name: /网上买的下列商品/ }));
  expect(screen.getByText('没有找到答案')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '改好了，导入这一题' }));
  // Nothing was tapped yet.
  expect(inputsOf('quiz.changeImportLine')).toEqual([]);
  await userEvent.click(screen.getByRole('radio', { name: /按尺寸定做的窗帘/ }));
  await userEvent.click(screen.getByRole('button', { name: '改好了，导入这一题' }));
  expect(await screen.findByText('药品过了有效期还能卖吗？')).toBeVisible();
  expect(screen.getByText('题库.docx 第 90 段')).toBeVisible();
  expect(screen.getByText(/487 题可以导入，22 题不清楚/)).toBeVisible();
  expect(inputsOf('quiz.changeImportLine')).toMatchObject([
    { place: 12, version: 1, decision: 'take', question: { type: 'single', key: [1] } },
  ]);
  await userEvent.click(screen.getByRole('button', { name: '回到列表' }));
  expect(screen.getByText('会导入')).toBeVisible();
});

test('words, options and blanks are written in place; an option left empty goes and the key moves along', async () => {
  play('quiz.changeImportLine', { line: { ...unclear, version: 2, problems: [] }, import: preview });
  await openPreview();
  await userEvent.click(await screen.findByRole('button', { name: /网上买的下列商品/ }));
  await userEvent.click(screen.getByRole('button', { name: '改文字和来源' }));
  await userEvent.clear(screen.getByLabelText('选项 A'));
  await userEvent.click(screen.getByRole('radio', { name: /按尺寸定做的窗帘/ }));
  await userEvent.click(screen.getByRole('button', { name: '改好了，导入这一题' }));
  expect(inputsOf('quiz.changeImportLine')).toMatchObject([
    {
      question: {
        options: ['按尺寸定做的窗帘', '试穿过一次的运动鞋', '还没激活的手机'],
        key: [0],
      },
    },
  ]);
});

test('a question becomes a blank one: a line for each accepted text', async () => {
  play('quiz.changeImportLine', { line: { ...unclear, version: 2, problems: [] }, import: preview });
  await openPreview();
  await userEvent.click(await screen.findByRole('button', { name: /网上买的下列商品/ }));
  await userEvent.click(screen.getByRole('button', { name: '填空' }));
  await userEvent.type(screen.getByLabelText('答案'), '定做的{enter}定制的');
  await userEvent.click(screen.getByRole('button', { name: '改好了，导入这一题' }));
  expect(inputsOf('quiz.changeImportLine')).toMatchObject([
    { question: { type: 'blank', options: [], key: [['定做的', '定制的']] } },
  ]);
});

test('a line is left out, and a change by another device is a sentence', async () => {
  play('quiz.changeImportLine', () => {
    throw refusal('conflict');
  });
  await openPreview();
  await userEvent.click(await screen.findByRole('button', { name: /网上买的下列商品/ }));
  await userEvent.click(screen.getByRole('button', { name: '不导入这一题' }));
  expect(await screen.findByText(errorTable.conflict.sentence)).toBeVisible();
  expect(inputsOf('quiz.changeImportLine')).toMatchObject([{ place: 12, decision: 'leave' }]);
});

test('a double stands beside its twin and is left out unless somebody keeps it', async () => {
  const double: ImportLine = {
    ...example,
    problems: [],
    question: { ...example.question, key: [1] },
    decision: 'leave',
    twins: [
      {
        kind: 'near',
        place: null,
        at: null,
        questionId: '01980000-0000-7000-8000-000000000101',
        question: { ...example.question, stem: '下列哪一种商品不能七天无理由退货？', key: [1] },
      },
    ],
  };
  play('quiz.readImportLines', { lines: [double], next: null });
  play('quiz.changeImportLine', { line: { ...double, decision: 'take', version: 2 }, import: preview });
  await openPreview({ found: { ready: 10, problems: 0, twins: 1, left: 1, essays: 0 } });
  await userEvent.click(await screen.findByRole('button', { name: /网上买的下列商品/ }));
  expect(screen.getByRole('heading', { name: '很像的一道题' })).toBeVisible();
  expect(screen.getByText('题库里已经有')).toBeVisible();
  expect(screen.getByRole('heading', { name: '下列哪一种商品不能七天无理由退货？' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '留下，导入这一题' }));
  expect(inputsOf('quiz.changeImportLine')).toMatchObject([{ decision: 'take' }]);
});

test('what will happen is said before it happens; afterwards all of it can be taken back', async () => {
  const applied: BankImport = {
    ...preview,
    version: 2,
    state: 'applied',
    found: { ...preview.found, ready: 0 },
    done: { added: 480, already: 6 },
    mayUndo: true,
  };
  play('quiz.applyImport', applied);
  play('quiz.undoImport', { ...applied, version: 3, state: 'undone', done: null, mayUndo: false });
  await openPreview();
  await userEvent.click(screen.getByRole('button', { name: '导入 486 题' }));
  const asked = within(screen.getByRole('dialog'));
  expect(asked.getByText(/另一位同志审核以后才会问到大家/)).toBeVisible();
  expect(asked.getByText(/23 题不清楚的和3 题不导入的留在这里/)).toBeVisible();
  expect(inputsOf('quiz.applyImport')).toEqual([]);
  await userEvent.click(asked.getByRole('button', { name: '导入' }));
  expect(await screen.findByText('480 题进了题库，等另一位同志审核')).toBeVisible();
  expect(screen.getByText('6 题别人已经导入过，没有重复导入')).toBeVisible();
  expect(screen.getByRole('button', { name: '看没导入的 26 题' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '整批撤回' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤回' }));
  expect(await screen.findByText('题库回到导入以前的样子')).toBeVisible();
  expect(inputsOf('quiz.undoImport')).toEqual([{ importId: preview.importId, version: 2 }]);
});

test('a preview that another device has changed is read anew', async () => {
  play('quiz.applyImport', () => {
    throw refusal('conflict');
  });
  play('quiz.readImport', { ...preview, version: 5, found: { ...preview.found, ready: 490 } });
  await openPreview();
  await userEvent.click(screen.getByRole('button', { name: '导入 486 题' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '导入' }));
  await userEvent.click(await screen.findByRole('button', { name: '看现在的样子' }));
  expect(await screen.findByRole('button', { name: '导入 490 题' })).toBeVisible();
  expect(screen.queryByText(errorTable.conflict.sentence)).not.toBeInTheDocument();
});

test('a preview can wait or go; then other files are chosen', async () => {
  play('quiz.discardImport', {});
  await openPreview();
  await userEvent.click(screen.getByRole('button', { name: '先放着，以后接着看' }));
  await userEvent.click(await screen.findByRole('button', { name: /题库.docx/ }));
  await userEvent.click(await screen.findByRole('button', { name: '不导入，删掉这次读的' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '删掉' }));
  expect(await screen.findByRole('button', { name: '选文件' })).toBeVisible();
  expect(inputsOf('quiz.discardImport')).toEqual([{ importId: preview.importId }]);
});

test('later pages of a list begin after the last place', async () => {
  play('quiz.readImportLines', ({ after }) =>
    after === undefined ? { lines: [unclear], next: 12 } : { lines: [other], next: null },
  );
  await openPreview();
  await userEvent.click(await screen.findByRole('button', { name: '再看后面的' }));
  expect(await screen.findByText('药品过了有效期还能卖吗？')).toBeVisible();
  expect(inputsOf('quiz.readImportLines')).toMatchObject([{ list: 'problems' }, { after: 12 }]);
});

test('without network it is said, and tried again on wish; who may not import reads whose it is', async () => {
  loseNetwork();
  const { unmount } = render(<BankIntake />);
  expect(await screen.findByRole('button', { name: '再试一次' })).toBeVisible();
  unmount();
  resetCloud();
  play('quiz.readImports', { imports: [] });
  play('quiz.readQuestions', { ...quizReadQuestions.example.output, organisations: [] });
  render(<BankIntake />);
  expect(await screen.findByText(/导入题库由书记、宣传委员或机关党委的同志来做/)).toBeVisible();
});

test('the template is a file to save', async () => {
  play('quiz.readBankTemplate', quizReadBankTemplate.example.output);
  URL.createObjectURL = jest.fn(() => 'blob:made');
  URL.revokeObjectURL = jest.fn();
  const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
  render(<BankIntake />);
  await userEvent.click(await screen.findByRole('button', { name: '手头没有题库？用空白模板' }));
  await userEvent.click(await screen.findByRole('button', { name: '保存 题库模板.xlsx' }));
  expect(clicked).toHaveBeenCalledTimes(1);
});
