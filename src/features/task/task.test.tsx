import '@testing-library/jest-dom';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { studyPiece } from '../../contract/study';
import { taskGet } from '../../contract/task';
import StudyTaskPage from '../../pages/study/task';
import { keepCopy } from '../../platform/copies';
import { watchQueue } from '../../platform/queue';
import { fixDate } from '../../testing/fixDate';
import { signInAs } from '../../testing/people';
import { findNetwork, inputsOf, loseNetwork, play, refusal, resetCloud } from '../../testing/playedCloud';
import { device, resetTaro } from '../../testing/taro';
import { TodoList } from './TodoList';
import type { OpenTask, OwnTask } from './task';
import { useTodo } from './useTodo';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const open: OpenTask = taskGet.example.output.task;
const { state: _state, how: _how, withdrawReason: _reason, ...listed } = open;
const { piece } = studyPiece.example.output;

beforeAll(() => {
  fixDate('2026-11-23T08:00:00+08:00');
  watchQueue();
});
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  localStorage.clear();
  resetTaro();
  resetCloud();
  signInAs();
  device.params = { taskId: open.id };
  play('study.piece', { piece });
  play('identity.me', () => {
    throw refusal('offline');
  });
  play('task.finish', { how: 'own' });
});

const tasks = (...given: Partial<OwnTask>[]) =>
  play('task.todo', {
    tasks: given.map((one, index) => ({ ...listed, id: `${listed.id}${index}`, ...one })),
  });
const task = (given: Partial<OpenTask> = {}) => play('task.get', { task: { ...open, ...given } });
function ListOfMine() {
  return <TodoList tasks={useTodo()} />;
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const FINISH = '我学完了，完成这项任务';

describe('要学的', () => {
  test.each<[string, Partial<OwnTask>, string]>([
    ['is asked of who is due', {}, '请您学 · 11月27日前 · 约 3 分钟'],
    ['is offered to who is invited', { due: false }, '欢迎看看 · 11月27日前 · 约 3 分钟'],
    ['says the last day as today', { dueOn: '2026-11-23' }, '请您学 · 今天之内 · 约 3 分钟'],
    ['says tomorrow', { dueOn: '2026-11-24' }, '请您学 · 明天前 · 约 3 分钟'],
    ['blames nobody afterwards', { dueOn: '2026-11-20' }, '请您学 · 11月20日已过，有空可以补上 · 约 3 分钟'],
  ])('%s', async (_what, given, words) => {
    tasks(given);
    render(<ListOfMine />);
    expect(await screen.findByText(words)).toBeVisible();
  });

  test('leads to the task', async () => {
    tasks({});
    render(<ListOfMine />);
    await userEvent.click(await screen.findByRole('button'));
    expect(device.journeys.at(-1)).toContain(`/pages/study/task/index?taskId=${listed.id}0`);
  });

  test('is not there when there is nothing to do', async () => {
    tasks();
    const { container } = render(<ListOfMine />);
    await act(async () => undefined);
    expect(container).toBeEmptyDOMElement();
  });
});

describe('a task', () => {
  test('says who sees the tap, and one tap finishes it', async () => {
    task();
    render(<StudyTaskPage />);
    expect(await screen.findByText('支部书记能看到您完成了这一项')).toBeVisible();
    await press(FINISH);
    expect(await screen.findByText('您已经完成这一项')).toBeVisible();
    expect(screen.queryByRole('button', { name: FINISH })).toBeNull();
    expect(inputsOf('task.finish')).toEqual([{ taskId: open.id }]);
    // The private stamp is neither set nor needed.
    expect(inputsOf('study.mark')).toEqual([]);
  });

  test('offers to give in what has been stamped, with one tap', async () => {
    task();
    play('study.piece', { piece: { ...piece, stamped: true } });
    render(<StudyTaskPage />);
    await userEvent.click(await screen.findByRole('button', { name: '已经学过了，交上去' }));
    expect(inputsOf('task.finish')).toEqual([{ taskId: open.id }]);
  });

  test('tells who is only invited that nobody sees it', async () => {
    task({ due: false });
    render(<StudyTaskPage />);
    expect(await screen.findByText('这一项您自愿看，完成没完成别人看不到')).toBeVisible();
    expect(screen.getByText('欢迎看看')).toBeVisible();
  });

  test('asks the self-check until each question is right, then hands the answers in', async () => {
    task({ selfCheck: true });
    play('study.answerCheck', ({ answer }) => ({
      correct: answer[0] === 0,
      key: [0],
      explanation: '要核对。',
    }));
    render(<StudyTaskPage />);
    expect(await screen.findByRole('button', { name: FINISH })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(screen.getByRole('radio', { name: /^对/ }));
    await press('看对不对');
    await userEvent.click(await screen.findByRole('button', { name: '再选一次' }));
    await userEvent.click(screen.getByRole('radio', { name: /^错/ }));
    await press('看对不对');
    await userEvent.click(await screen.findByRole('button', { name: '答完了' }));
    await press(FINISH);
    expect(inputsOf('task.finish')).toEqual([{ taskId: open.id, answers: [[0]] }]);
  });

  test('given in without network waits, survives a restart and arrives once', async () => {
    task();
    tasks({ id: open.id });
    const first = render(<StudyTaskPage />);
    await screen.findByRole('button', { name: FINISH });
    act(loseNetwork);
    await press(FINISH);
    const kept = '现在没有网络。您完成的已存在手机里，连上网会自动交上';
    expect(await screen.findByText(kept)).toBeVisible();
    first.unmount();

    const second = render(<StudyTaskPage />);
    expect(await screen.findByText(kept)).toBeVisible();
    expect(screen.queryByRole('button', { name: FINISH })).toBeNull();
    play('identity.me', { me: signInAs() });
    play('task.get', { task: { ...open, state: 'done', how: 'own' } });
    await act(async () => findNetwork());
    expect(await screen.findByText('您已经完成这一项')).toBeVisible();
    expect(inputsOf('task.finish')).toHaveLength(1);
    second.unmount();
  });

  test('from the kept list can be finished although its page was never opened', async () => {
    tasks({ id: open.id });
    const list = render(<ListOfMine />);
    await screen.findByRole('button');
    await act(async () => list.unmount());
    loseNetwork();
    keepCopy(`study.piece/${piece.id}`, { piece }, new Date());
    render(<StudyTaskPage />);
    expect(await screen.findByRole('button', { name: FINISH })).toBeVisible();
  });

  test('taken back says why; refused says so; without an id there is a way out', async () => {
    task({ state: 'withdrawn', withdrawReason: '改到下周' });
    const withdrawn = render(<StudyTaskPage />);
    expect(await screen.findByText('这一项撤回了，不用再学：改到下周')).toBeVisible();
    withdrawn.unmount();

    task();
    play('task.finish', () => {
      throw refusal('task_withdrawn');
    });
    const refused = render(<StudyTaskPage />);
    await userEvent.click(await screen.findByRole('button', { name: FINISH }));
    expect(await screen.findByText('这项任务已经撤回，不用再交了')).toBeVisible();
    refused.unmount();

    device.params = {};
    render(<StudyTaskPage />);
    expect(screen.getByText('这个链接不完整，没有找到这一项')).toBeVisible();
  });
});
