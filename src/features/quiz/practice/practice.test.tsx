import '@testing-library/jest-dom';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../../contract/operations';
import ReviewSettingsPage from '../../../pages/practice/review-settings';
import RunPage from '../../../pages/practice/run';
import TopicsPage from '../../../pages/practice/topics';
import WrongBookPage from '../../../pages/practice/wrong-book';
import { watchQueue } from '../../../platform/queue';
import { session } from '../../../platform/session';
import { fixDate } from '../../../testing/fixDate';
import { findNetwork, inputsOf, loseNetwork, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { signInExample } from '../../../testing/signInExample';
import { device, resetTaro } from '../../../testing/taro';
import type { Graded, Question } from '../question';
import type { Run } from './useRun';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const runId = '01980000-0000-7000-8000-000000000201';
const source = {
  title: '计量法',
  article: '第九条',
  url: 'https://example.org/law',
  versionOn: '2018-10-26',
};

function question(number: number, changes: Partial<Question> = {}): Question {
  return {
    id: `01980000-0000-7000-8000-00000000010${number}`,
    type: 'single',
    stem: `第${number}题`,
    options: ['甲', '乙'],
    blanks: 0,
    topic: '计量',
    demo: false,
    again: false,
    saved: null,
    late: false,
    graded: null,
    ...changes,
  };
}

const graded = (answer: number[] | string[], correct: boolean, key: Graded['key'] = [1]): Graded => ({
  answer,
  correct,
  key,
  explanation: '因为条文这样写',
  source,
  comesBackOn: correct ? null : '2026-11-24',
});

/** A set as the cloud keeps it; answers change it. */
let run: Run;
function playRun(mode: Run['mode'], questions: Question[], changes: Partial<Run> = {}): void {
  run = {
    id: runId,
    mode,
    topic: null,
    day: '2026-11-23',
    questions,
    ahead: [],
    ungraded: 0,
    over: false,
    deadline: null,
    toStudy: [],
    ...changes,
  };
  play('quiz.startRun', () => ({ run }));
  play('quiz.readRun', () => ({ run }));
}
const put = (id: string, changes: Partial<Question>) => {
  run = { ...run, questions: run.questions.map((one) => (one.id === id ? { ...one, ...changes } : one)) };
};

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }));

beforeAll(() => {
  fixDate('2026-11-23T08:00:00+08:00');
  watchQueue();
});
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  signInExample();
  play('identity.me', operations['identity.me'].example.output);
});

function openRun(): ReturnType<typeof render> {
  device.params = { runId };
  return render(<RunPage />);
}

test('before it begins a set says what it is, and opens on a press', async () => {
  playRun('weeklyTen', [question(1)]);
  device.params = { mode: 'weeklyTen' };
  render(<RunPage />);
  expect(screen.getByText('一周一组，星期一换新。分几次答也可以')).toBeVisible();
  expect(inputsOf('quiz.startRun')).toEqual([]);
  await press('开始');
  expect(inputsOf('quiz.startRun')).toEqual([{ mode: 'weeklyTen' }]);
  expect(device.journeys.at(-1)).toContain(`runId=${runId}`);
});

test('with nothing to ask it says why and leads back', async () => {
  play('quiz.startRun', { run: null });
  device.params = { mode: 'review' };
  render(<RunPage />);
  await press('开始');
  expect(await screen.findByText(/今天没有要复习的题/)).toBeVisible();
  expect(screen.getByRole('button', { name: '回到答题' })).toBeVisible();
});

test('an address that names no set says so', () => {
  device.params = { mode: 'paper' };
  render(<RunPage />);
  expect(screen.getByText('这个链接不完整')).toBeVisible();
});

test('a set goes on at the first question without an answer, explains with the source, and ends with what to read', async () => {
  playRun('topic', [question(1, { graded: graded([1], true) }), question(2)], { topic: '计量' });
  play('quiz.answer', ({ questionId, answer }) => {
    put(questionId, { graded: graded(answer, false) });
    run = { ...run, over: true, toStudy: [{ pieceId: runId, title: '家门口的秤', article: '第九条' }] };
    return { graded: graded(answer, false), late: false, next: null, ahead: [] };
  });
  openRun();
  expect(await screen.findByRole('heading', { name: '第2题' })).toBeVisible();
  await choose(/甲/);
  await press('提交');
  expect(await screen.findByText('这题再看看')).toBeVisible();
  expect(screen.getByRole('link', { name: '看原文' })).toHaveAttribute('href', source.url);
  await press('看小结');
  expect(screen.getByRole('heading', { name: '记牢 1，再看看 1' })).toBeVisible();
  expect(await screen.findByRole('button', { name: /家门口的秤/ })).toBeVisible();
  await press('再来一组');
  expect(device.journeys.at(-1)).toMatch(/mode=topic&topic=/);
});

test('a challenge shows the next question after a right answer and ends at the first error', async () => {
  playRun('challenge', [question(1)]);
  play('quiz.answer', ({ questionId, answer }) => {
    const correct = answer[0] === 1;
    const next = correct ? question(2) : null;
    put(questionId, { graded: graded(answer, correct) });
    run = { ...run, over: !correct, questions: next ? [...run.questions, next] : run.questions };
    return { graded: graded(answer, correct), late: false, next, ahead: [] };
  });
  openRun();
  expect(await screen.findByText('第 1 题')).toBeVisible();
  await choose(/乙/);
  await press('提交');
  await screen.findByText('答对了');
  await press('下一题');
  expect(screen.getByRole('heading', { name: '第2题' })).toBeVisible();
  await choose(/甲/);
  await press('提交');
  await screen.findByText('这题再看看');
  await press('看小结');
  expect(screen.getByRole('heading', { name: '记牢 1，再看看 1' })).toBeVisible();
  expect(screen.getByRole('button', { name: '再来一次' })).toBeVisible();
});

describe('a challenge without network', () => {
  /** Right is 乙; the cloud ends it at the first error in the order of the set, as it does. */
  const begin = () => {
    const line = [1, 2, 3, 4].map((number) => question(number));
    playRun('challenge', line.slice(0, 1), { ahead: line.slice(1) });
    play('quiz.answer', ({ questionId, answer }) => {
      const place = line.findIndex((one) => one.id === questionId);
      const isOver = run.questions.some((one) => one.graded?.correct === false);
      if (isOver) {
        run = { ...run, ungraded: run.ungraded + 1 };
        return { graded: null, late: false, next: null, ahead: [] };
      }
      const correct = answer[0] === 1;
      const next = correct ? (line[place + 1] ?? null) : null;
      put(questionId, { graded: graded(answer, correct) });
      const ahead = next ? line.slice(place + 2) : [];
      run = { ...run, over: !next, ahead, questions: next ? [...run.questions, next] : run.questions };
      return { graded: graded(answer, correct), late: false, next, ahead };
    });
  };
  const answer = async (stem: string, choice: RegExp, then: string) => {
    await screen.findByRole('heading', { name: stem });
    await choose(choice);
    await press('提交');
    await press(then);
  };

  test('goes on with what the phone holds, and on return says where it ended and what was kept', async () => {
    begin();
    openRun();
    await screen.findByRole('heading', { name: '第1题' });
    loseNetwork();
    await answer('第1题', /乙/, '下一题');
    expect(screen.getByText('第 2 题')).toBeVisible();
    await answer('第2题', /甲/, '下一题');
    await answer('第3题', /乙/, '下一题');
    await answer('第4题', /乙/, '看小结');
    expect(screen.getByRole('heading', { name: '先答到这里' })).toBeVisible();
    expect(screen.getByText(/4 题存在手机里/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '再来一次' })).toBeNull();
    await act(async () => findNetwork());
    expect(await screen.findByRole('heading', { name: '记牢 1，再看看 1' })).toBeVisible();
    expect(screen.getByText(/后面 2 题您也答了，留着，没有判/)).toBeVisible();
    expect(screen.getByRole('button', { name: '再来一次' })).toBeVisible();
    expect(inputsOf('quiz.answer').map(({ questionId }) => questionId)).toEqual(
      [1, 2, 3, 4].map((number) => question(number).id),
    );
  });

  test('that comes back in the middle of a question ends there when an earlier one was wrong', async () => {
    begin();
    openRun();
    await screen.findByRole('heading', { name: '第1题' });
    loseNetwork();
    await answer('第1题', /甲/, '下一题');
    await screen.findByRole('heading', { name: '第2题' });
    await choose(/乙/);
    await act(async () => findNetwork());
    expect(await screen.findByRole('heading', { name: '记牢 0，再看看 1' })).toBeVisible();
    expect(screen.queryByText(/没有判/)).toBeNull();
    expect(screen.getByRole('button', { name: '再来一次' })).toBeVisible();
  });

  test('that was right so far goes on where it stopped', async () => {
    begin();
    openRun();
    await screen.findByRole('heading', { name: '第1题' });
    loseNetwork();
    await answer('第1题', /乙/, '下一题');
    await answer('第2题', /乙/, '下一题');
    await act(async () => findNetwork());
    expect(await screen.findByRole('heading', { name: '第3题' })).toBeVisible();
    await answer('第3题', /乙/, '下一题');
    await answer('第4题', /甲/, '看小结');
    expect(await screen.findByRole('heading', { name: '记牢 3，再看看 1' })).toBeVisible();
  });

  test('goes on after the app was closed in the tunnel', async () => {
    begin();
    const first = openRun();
    await screen.findByRole('heading', { name: '第1题' });
    loseNetwork();
    await answer('第1题', /乙/, '下一题');
    first.unmount();
    openRun();
    expect(await screen.findByRole('heading', { name: '第2题' })).toBeVisible();
  });
});

test('an answer to what a paper asks by now is kept, and says when one will know', async () => {
  playRun('weeklyTen', [question(1)]);
  play('quiz.answer', ({ questionId, answer }) => {
    put(questionId, { saved: answer });
    return { graded: null, late: false, next: null, ahead: [] };
  });
  openRun();
  await choose(/甲/);
  await press('提交');
  expect(await screen.findByText(/在一份还没结束的卷子里。您的答案收到了/)).toBeVisible();
  expect(screen.getByRole('radio', { name: /甲/ })).toBeChecked();
  expect(screen.queryByText(/答对了|这题再看看/)).toBeNull();
  await press('看小结');
  expect(screen.getByRole('heading', { name: '都答完了' })).toBeVisible();
});

test('blanks are written into fields, sent in their order, and the accepted words are shown after it', async () => {
  playRun('weeklyTen', [question(1, { type: 'blank', options: [], blanks: 2 })]);
  play('quiz.answer', ({ answer }) => ({
    graded: graded(answer as string[], true, [['北京', 'Beijing'], ['三']]),
    late: false,
    next: null,
    ahead: [],
  }));
  openRun();
  expect(await screen.findByRole('button', { name: '提交' })).toBeDisabled();
  await userEvent.type(screen.getByLabelText('第 1 空'), '北京');
  await userEvent.type(screen.getByLabelText('第 2 空'), '三');
  await press('提交');
  expect(await screen.findByText('可以填：北京，或 Beijing')).toBeVisible();
  expect(inputsOf('quiz.answer')[0]?.answer).toEqual(['北京', '三']);
});

test('what is written into a blank and not sent is there after a reload, for this person only, and gone once answered', async () => {
  playRun('weeklyTen', [question(1, { type: 'blank', options: [], blanks: 2 })]);
  play('quiz.answer', ({ answer }) => ({
    graded: graded(answer as string[], true, [['北京'], ['三']]),
    late: false,
    next: null,
    ahead: [],
  }));
  const first = openRun();
  await userEvent.type(await screen.findByLabelText('第 2 空'), '三');
  first.unmount();
  const { me } = operations['identity.me'].example.output;
  const memberId = '01980000-0000-7000-8000-0000000009ff';
  session.set({ status: 'signedIn', me: { ...me, memberId } });
  const other = openRun();
  expect(await screen.findByLabelText('第 2 空')).toHaveValue('');
  other.unmount();
  signInExample();
  openRun();
  expect(await screen.findByLabelText('第 2 空')).toHaveValue('三');
  expect(screen.getByLabelText('第 1 空')).toHaveValue('');
  expect(inputsOf('quiz.answer')).toEqual([]);
  await press('提交');
  await screen.findByText('可以填：三');
  expect(inputsOf('quiz.answer')[0]?.answer).toEqual(['', '三']);
  expect(Object.keys(localStorage).filter((key) => key.includes('blanks'))).toEqual([]);
});

test('a text that was taken back again is kept nowhere', async () => {
  const blank: Partial<Question> = { type: 'blank', options: [], blanks: 1 };
  playRun('mockExam', [question(1, blank), question(2)]);
  openRun();
  const field = await screen.findByLabelText('填在这里');
  await userEvent.type(field, '公平');
  await userEvent.clear(field);
  expect(Object.keys(localStorage).filter((key) => key.includes('blanks'))).toEqual([]);
  await userEvent.type(field, '公平');
  expect(Object.keys(localStorage).filter((key) => key.includes('blanks'))).toHaveLength(1);
});

test('a set that was opened goes on without network, and tells right from wrong once it is back', async () => {
  playRun('weeklyTen', [question(1), question(2)]);
  const first = openRun();
  await screen.findByRole('heading', { name: '第1题' });
  first.unmount();
  loseNetwork();
  openRun();
  await choose(/乙/);
  await press('提交');
  expect(await screen.findByText(/已存在手机里。连上网会自动送出/)).toBeVisible();
  await press('下一题');
  await choose(/甲/);
  await press('提交');
  await press('看小结');
  expect(screen.getByText('2 题存在手机里，连上网会自动送出，再告诉您对不对')).toBeVisible();
  play('quiz.answer', ({ questionId, answer }) => {
    put(questionId, { graded: graded(answer, answer[0] === 1) });
    return { graded: graded(answer, answer[0] === 1), late: false, next: null, ahead: [] };
  });
  await act(async () => findNetwork());
  expect(await screen.findByRole('heading', { name: '记牢 1，再看看 1' })).toBeVisible();
  expect(inputsOf('quiz.answer').map(({ answer }) => answer)).toEqual([[1], [0]]);
});

describe('an exam', () => {
  const deadline = { at: '2026-11-23T00:30:00.000Z', now: '2026-11-23T00:00:00.000Z' };
  const begin = (until = deadline) => {
    playRun('mockExam', [question(1), question(2)], { deadline: until });
    play('quiz.answer', ({ questionId, answer }) => {
      put(questionId, { saved: answer });
      return { graded: null, late: false, next: null, ahead: [] };
    });
    play('quiz.handIn', () => {
      const questions = run.questions.map((one) =>
        one.saved ? { ...one, saved: null, graded: graded(one.saved, false) } : one,
      );
      run = { ...run, over: true, deadline: null, questions };
      return { run };
    });
    openRun();
  };

  test('says the minutes that are left, keeps answers without a word on them, and lets them be changed', async () => {
    begin();
    expect(await screen.findByText('还有 30 分钟')).toBeVisible();
    await choose(/甲/);
    await press('存下，下一题');
    expect(await screen.findByRole('heading', { name: '第2题' })).toBeVisible();
    expect(screen.queryByText(/答对了|这题再看看/)).toBeNull();
    await press('先跳过');
    expect(screen.getByRole('heading', { name: '还有 1 题没有答' })).toBeVisible();
    await press(/1\. 第1题/);
    expect(screen.getByRole('radio', { name: /甲/ })).toBeChecked();
    await choose(/乙/);
    await press('存下，下一题');
    expect(inputsOf('quiz.answer').map(({ answer }) => answer)).toEqual([[0], [1]]);
  });

  test('is handed in after a question, and then tells what was answered and what was not', async () => {
    begin();
    await choose(/甲/);
    await press('存下，下一题');
    await press('看每一题，交卷');
    await press('交卷');
    const dialog = screen.getByRole('dialog', { name: '现在交卷吗？' });
    expect(within(dialog).getByText(/还有 1 题没有答/)).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: '交卷' }));
    expect(await screen.findByRole('heading', { name: '记牢 0，再看看 1' })).toBeVisible();
    expect(screen.getByText('1 题没有答')).toBeVisible();
    expect(screen.getByRole('button', { name: '再考一次' })).toBeVisible();
  });

  test('keeps what is chosen when the reader goes to the list of all questions', async () => {
    begin();
    await choose(/乙/);
    await press('看每一题，交卷');
    expect(await screen.findByRole('heading', { name: '还有 1 题没有答' })).toBeVisible();
    expect(inputsOf('quiz.answer').map(({ answer }) => answer)).toEqual([[1]]);
  });

  test('hands in by itself when the time is over', async () => {
    begin({ at: deadline.at, now: deadline.at });
    await screen.findByText(/没有答/);
    expect(inputsOf('quiz.handIn')).toEqual([{ runId }]);
  });

  test('without network keeps the handing in on this device', async () => {
    begin();
    await screen.findByText('还有 30 分钟');
    await press('看每一题，交卷');
    loseNetwork();
    await press('交卷');
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '交卷' }));
    expect(await screen.findByText(/交卷已记在手机里/)).toBeVisible();
    await act(async () => findNetwork());
    expect(inputsOf('quiz.handIn')).toEqual([{ runId }]);
  });
});

test('topics open a set of theirs', async () => {
  play('quiz.readTopics', { topics: [{ topic: '药品', size: 24 }] });
  render(<TopicsPage />);
  await press(/药品/);
  expect(device.journeys.at(-1)).toContain('mode=topic&topic=%E8%8D%AF%E5%93%81');
});

test('the wrong book shows the answer on a press, and lets a question go', async () => {
  const mistake = { ...operations['quiz.readWrongBook'].example.output.questions[0]!, source };
  play('quiz.readWrongBook', { questions: [mistake], next: null });
  play('quiz.leaveWrongBook', {});
  render(<WrongBookPage />);
  expect(await screen.findByRole('heading', { name: mistake.stem })).toBeVisible();
  expect(screen.queryByText(mistake.explanation)).toBeNull();
  await press(/^看答案/);
  expect(screen.getByText('答案：B 按尺寸定做的窗帘')).toBeVisible();
  expect(screen.getByText(mistake.explanation)).toBeVisible();
  play('quiz.readWrongBook', { questions: [], next: null });
  await press(/^拿出错题本/);
  expect(await screen.findByText('错题本是空的。答错的题会放进来')).toBeVisible();
  expect(inputsOf('quiz.leaveWrongBook')).toEqual([{ questionId: mistake.id }]);
});

test('the size of a review is a person’s own, and can begin from the start', async () => {
  play('quiz.readReview', { newPerDay: 5, duePerDay: 10 });
  play('quiz.setReview', {});
  play('quiz.resetReview', {});
  render(<ReviewSettingsPage />);
  await userEvent.selectOptions(await screen.findByLabelText('快要忘的题，最多'), '20 题');
  expect(inputsOf('quiz.setReview')).toEqual([{ newPerDay: 5, duePerDay: 20 }]);
  await press('从头开始');
  const dialog = screen.getByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: '从头开始' }));
  expect(inputsOf('quiz.resetReview')).toHaveLength(1);
});

test('a service that is silent is said, with a way on', async () => {
  play('quiz.readRun', () => {
    throw refusal('unavailable');
  });
  openRun();
  expect(await screen.findByText(/服务暂时不通/)).toBeVisible();
  playRun('weeklyTen', [question(1)]);
  await press('再试一次');
  expect(await screen.findByRole('heading', { name: '第1题' })).toBeVisible();
});

test('an exam that was handed in opens at its end, also when questions were left open', async () => {
  device.params = { runId };
  playRun('paper', [question(1, { graded: graded([1], true) }), question(2)], { over: true });
  render(<RunPage />);
  expect(await screen.findByText('记牢 1')).toBeVisible();
  expect(screen.getByText('1 题没有答')).toBeVisible();
});
