import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { quizReadQuestion, quizReadQuestions } from '../../../contract/bank';
import { errorTable } from '../../../contract/errors';
import { signInAs } from '../../../testing/people';
import { inputsOf, loseNetwork, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { device, resetTaro } from '../../../testing/taro';
import { BankDeskCard } from './BankDeskCard';
import { BankHome } from './BankHome';
import type { WholeQuestion } from './bankWords';
import { NewQuestion } from './NewQuestion';
import { QuestionOnDesk } from './QuestionOnDesk';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const desk = quizReadQuestions.example.output;
const whole: WholeQuestion = quizReadQuestion.example.output.question;

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  play('quiz.readQuestions', desk);
  play('quiz.readQuestion', { question: whole });
});

function showQuestion(part: Partial<WholeQuestion>): void {
  play('quiz.readQuestion', { question: { ...whole, ...part } });
  render(<QuestionOnDesk questionId={whole.id} />);
}

test('the list is filtered by state, topic, type and words; each state in a word', async () => {
  render(<BankHome begin={{}} />);
  expect(await screen.findByText('在用')).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText('状态'), '等审核 3');
  await userEvent.selectOptions(await screen.findByLabelText('专题'), '消费者权益 24');
  await userEvent.selectOptions(await screen.findByLabelText('题型'), '单选');
  await userEvent.type(await screen.findByLabelText('题里的字'), '窗帘{enter}');
  await screen.findByText('在用');
  expect(inputsOf('quiz.readQuestions').at(-1)).toEqual({
    state: 'draft',
    topic: '消费者权益',
    type: 'single',
    text: '窗帘',
  });
  await userEvent.click(screen.getByRole('button', { name: /网上买的下列商品/ }));
  expect(device.journeys).toEqual([`navigateTo /pages/bank/question/index?questionId=${whole.id}`]);
});

test('an empty bank has nothing to filter or to press, and says how it fills', async () => {
  const found = { draft: 0, returned: 0, reviewed: 0, checking: 0, expired: 0, retired: 0 };
  play('quiz.readQuestions', { ...desk, overview: { topics: [], found }, questions: [], next: null });
  render(<BankHome begin={{}} />);
  expect(await screen.findByText('题库里还没有题。把手头的题库文件导入进来就可以')).toBeVisible();
  expect(screen.queryByLabelText('状态')).toBeNull();
  expect(screen.queryByText('点左边的一题，在这里看')).toBeNull();
});

test('a list longer than a page goes on after its last question', async () => {
  play('quiz.readQuestions', ({ after }) =>
    after ? { ...desk, questions: [], overview: null, next: null } : { ...desk, next: whole.id },
  );
  render(<BankHome begin={{}} />);
  await userEvent.click(await screen.findByRole('button', { name: '再看后面的' }));
  expect(inputsOf('quiz.readQuestions')).toMatchObject([{}, { after: whole.id }]);
});

test('an empty bank says what to do, and who may do nothing here reads whose it is', async () => {
  play('quiz.readQuestions', { ...desk, questions: [] });
  const { unmount } = render(<BankHome begin={{}} />);
  expect(await screen.findByText(/把手头的题库文件导入进来就可以/)).toBeVisible();
  unmount();
  play('quiz.readQuestions', { ...desk, organisations: [], questions: [] });
  render(<BankHome begin={{}} />);
  expect(await screen.findByText(/题库由书记、宣传委员或机关党委的同志来管/)).toBeVisible();
});

test('without network it is said', async () => {
  loseNetwork();
  render(<BankHome begin={{}} />);
  expect(await screen.findByRole('button', { name: '再试一次' })).toBeVisible();
});

test('a bank of several files is saved file by file', async () => {
  play('quiz.exportBank', ({ after }) => ({
    name: '题库.xlsx',
    mediaType: 'application/octet-stream',
    base64: 'UEsDBA==',
    next: after ? null : whole.id,
  }));
  URL.createObjectURL = jest.fn(() => 'blob:made');
  URL.revokeObjectURL = jest.fn();
  const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
  clicked.mockClear();
  render(<BankHome begin={{}} />);
  await userEvent.click(await screen.findByRole('button', { name: '导出' }));
  await userEvent.click(screen.getByRole('button', { name: '存成 Excel 表格' }));
  expect(inputsOf('quiz.exportBank')).toMatchObject([{ format: 'xlsx' }, { after: whole.id }]);
  expect(clicked).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('a reviewed question gets a correction, which is another question', async () => {
  play('quiz.saveQuestion', { questionId: '01980000-0000-7000-8000-000000000109', version: 1, twin: null });
  showQuestion({});
  expect(await screen.findByText(/抽审：随一批题抽样审核通过/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '更正这一题' }));
  await userEvent.type(screen.getByLabelText('解析'), '网上下单的才算。');
  await userEvent.click(screen.getByRole('button', { name: '存好，等审核' }));
  expect(inputsOf('quiz.saveQuestion')).toMatchObject([
    {
      replaces: whole.id,
      version: 2,
      expiresOn: null,
      question: { explanation: '定做的商品退回去没法再卖，所以列为例外。网上下单的才算。' },
    },
  ]);
  expect(device.journeys).toEqual([
    'navigateTo /pages/bank/question/index?questionId=01980000-0000-7000-8000-000000000109',
  ]);
});

test('a returned draft says why and is changed; a stale one is a sentence, and nothing written is lost', async () => {
  play('quiz.saveQuestion', () => {
    throw refusal('conflict');
  });
  showQuestion({
    state: 'draft',
    mayEdit: true,
    mayCorrect: false,
    returnedReason: '答案和新的规定不一样',
    reviewKind: null,
  });
  expect(await screen.findByText('退回修改：答案和新的规定不一样')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '改这一题' }));
  await userEvent.clear(screen.getByLabelText('题干'));
  await userEvent.type(screen.getByLabelText('题干'), '哪一种不能退？');
  await userEvent.click(screen.getByRole('button', { name: '存好，等审核' }));
  expect(await screen.findByText(errorTable.conflict.sentence)).toBeVisible();
  expect(screen.getByLabelText('题干')).toHaveValue('哪一种不能退？');
  expect(inputsOf('quiz.saveQuestion')).toMatchObject([{ questionId: whole.id, version: 2 }]);
});

test('a question is retired at once or from a day on', async () => {
  play('quiz.retireQuestion', {
    questionId: whole.id,
    version: 3,
    state: 'reviewed',
    expiresOn: '2099-01-01',
  });
  showQuestion({});
  await userEvent.click(await screen.findByRole('button', { name: '停用这一题' }));
  const asked = within(screen.getByRole('dialog'));
  await userEvent.type(asked.getByLabelText('从哪天起'), '2099-01-01');
  await userEvent.click(asked.getByRole('button', { name: '停用' }));
  expect(inputsOf('quiz.retireQuestion')).toEqual([{ questionId: whole.id, version: 2, on: '2099-01-01' }]);
});

test('a question whose law has changed is held back until somebody has compared it', async () => {
  play('quiz.settleLawCheck', { settled: 1 });
  showQuestion({
    checking: { title: '消费者权益保护法', kind: 'amended', since: '2026-11-01' },
    maySettle: true,
  });
  expect(await screen.findByText(/核对以前，这一题先不问大家/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '核对过，仍然成立' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '仍然成立' }));
  expect(inputsOf('quiz.settleLawCheck')).toEqual([
    { versionOn: '2026-11-01', questions: [{ id: whole.id, version: 2 }] },
  ]);
});

test('what may not be done has no button', async () => {
  showQuestion({ mayCorrect: false, mayRetire: false });
  await screen.findByText(/抽审：/);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('a new question: what is missing is said first; a double in the bank is shown', async () => {
  play('quiz.saveQuestion', {
    questionId: '01980000-0000-7000-8000-000000000109',
    version: 1,
    twin: { questionId: whole.id, state: 'reviewed' },
  });
  render(<NewQuestion organisationId={undefined} />);
  await userEvent.click(await screen.findByRole('button', { name: '判断' }));
  await userEvent.click(screen.getByRole('button', { name: '存好，等审核' }));
  expect(screen.getByText('没有找到题干')).toBeVisible();
  expect(screen.getByText('没有找到答案')).toBeVisible();
  expect(screen.getByText('请写上专题')).toBeVisible();
  expect(inputsOf('quiz.saveQuestion')).toEqual([]);
  await userEvent.type(screen.getByLabelText('题干'), '定做的窗帘可以七天无理由退货。');
  await userEvent.type(screen.getByLabelText('专题'), '消费者权益');
  await userEvent.click(screen.getByRole('radio', { name: '错' }));
  await userEvent.click(screen.getByRole('button', { name: '存好，等审核' }));
  expect(await screen.findByRole('heading', { name: '题库里已经有这一题' })).toBeVisible();
  expect(inputsOf('quiz.saveQuestion')).toMatchObject([
    { organisationId: desk.organisationId, question: { type: 'trueFalse', options: [], key: [0] } },
  ]);
});

test('the desk says how many wait for a second person', async () => {
  play('quiz.readReviewQueue', {
    batches: [
      {
        organisationId: desk.organisationId,
        organisationName: '机关党委',
        importId: null,
        title: '手写的题',
        size: 7,
        flagged: 7,
        reviewId: null,
        lastReturned: false,
        mine: false,
      },
    ],
  });
  render(<BankDeskCard mayKeep={false} mayReview mayMakePapers={false} mayAnalyse />);
  expect(await screen.findByText('7 题等审核')).toBeVisible();
  expect(screen.queryByRole('button', { name: /导入题库/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /题目分析/ })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: /讲课选题参考/ })).toBeVisible();
});
