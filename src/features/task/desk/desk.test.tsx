import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rosterMembers } from '../../../contract/roster';
import { taskDesk, taskForm, taskNames, taskOnDesk } from '../../../contract/task';
import DeskTaskPage from '../../../pages/desk/task';
import DeskTaskPublishPage from '../../../pages/desk/task-publish';
import DeskTasksPage from '../../../pages/desk/tasks';
import { fixDate } from '../../../testing/fixDate';
import { signInAs } from '../../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { device, resetTaro } from '../../../testing/taro';
import type { TaskOnDesk } from './deskTask';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const form = taskForm.example.output;
const branch = form.whom[0];
if (!branch) throw new Error('the example has a branch');
const { task } = taskOnDesk.example.output;
const pieceId = task.target.id;
const person = taskNames.example.output.open[0];

beforeAll(() => fixDate('2026-11-23T08:00:00+08:00'));
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  localStorage.clear();
  resetTaro();
  resetCloud();
  signInAs({ acts: ['task.publish', 'task.followUp'] });
  device.params = { pieceId, taskId: task.id };
  play('task.form', form);
  play('task.publish', { taskId: task.id, version: 1 });
  play('task.names', taskNames.example.output);
});

const onDesk = (given: Partial<TaskOnDesk> = {}) => play('task.onDesk', { task: { ...task, ...given } });
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const choose = (name: string | RegExp) => userEvent.click(screen.getByRole('radio', { name }));

describe('布置学习任务', () => {
  test('takes whom, until when and 发布, and goes on to the task', async () => {
    render(<DeskTaskPublishPage />);
    expect(await screen.findByText(form.title)).toBeVisible();
    await choose(branch.name);
    await choose('11月27日 星期五');
    await press('发布');
    expect(inputsOf('task.publish')).toEqual([
      {
        target: { kind: 'piece', id: pieceId },
        organisationId: branch.id,
        dueOn: '2026-11-27',
        selfCheck: false,
      },
    ]);
    expect(device.journeys.at(-1)).toBe(`redirectTo /pages/desk/task/index?taskId=${task.id}`);
  });

  test('says what is missing instead of sending', async () => {
    render(<DeskTaskPublishPage />);
    await screen.findByText(form.title);
    await press('发布');
    expect(screen.getByText('请选给谁')).toBeVisible();
    await choose(branch.name);
    await press('发布');
    expect(screen.getByText('请选学到哪天')).toBeVisible();
    expect(inputsOf('task.publish')).toEqual([]);
  });

  test('asks some persons, on a day of one’s own, with the self-check', async () => {
    play('roster.members', rosterMembers.example.output);
    render(<DeskTaskPublishPage />);
    await screen.findByText(form.title);
    await choose(`${branch.name}里的几位同志`);
    await userEvent.click(await screen.findByRole('checkbox', { name: '江晨' }));
    await choose('另选一天');
    const day = screen.getByLabelText('这一天之内都可以学');
    await userEvent.type(day, '2026-12-09');
    await userEvent.click(screen.getByRole('switch', { name: /学完做自测题/ }));
    await press('发布');
    expect(inputsOf('task.publish')).toMatchObject([
      {
        memberIds: [rosterMembers.example.output.members[0]?.memberId],
        dueOn: '2026-12-09',
        selfCheck: true,
      },
    ]);
  });

  test('says why the cloud refuses', async () => {
    play('task.publish', () => {
      throw refusal('nobody_to_ask');
    });
    render(<DeskTaskPublishPage />);
    await screen.findByText(form.title);
    await choose(branch.name);
    await choose(/月底/);
    await press('发布');
    expect(await screen.findByText('这里现在没有可以布置的同志，请换一个支部或小组')).toBeVisible();
  });
});

describe('学习任务', () => {
  test('lists what was asked, and after the deadline how the branch stands', async () => {
    const [first] = taskDesk.example.output.tasks;
    if (!first) throw new Error('the example has a task');
    const follows = [{ id: branch.id, name: branch.name, standing: 'notMet' as const }];
    play('task.desk', {
      tasks: [first, { ...first, id: `${first.id}2`, title: '到了日子的', state: 'over', follows }],
      nextBefore: null,
    });
    render(<DeskTasksPage />);
    const list = within(await screen.findByRole('list', { name: '学习任务' }));
    expect(list.getByText('进行中')).toBeVisible();
    expect(list.getByText('还没有达到')).toBeVisible();
  });
});

describe('任务情况', () => {
  test('shows the open names to the secretary, who records make-up and excuses', async () => {
    onDesk();
    play('task.settle', ({ as }) => ({ how: as === 'open' ? null : as }));
    render(<DeskTaskPage />);
    expect(await screen.findByText('还没学的同志（只有您能看到）')).toBeVisible();
    await press(person?.name ?? '');
    await press('已当面补学');
    expect(inputsOf('task.settle')).toMatchObject([{ memberId: person?.memberId, as: 'madeUp', reason: '' }]);

    await press(person?.name ?? '');
    await press('这次免学');
    await press('记为这次免学');
    expect(screen.getByText('请写一句原因')).toBeVisible();
    await userEvent.type(screen.getByLabelText('原因'), '驻外两个月');
    await press('记为这次免学');
    expect(inputsOf('task.settle')[1]).toMatchObject({ as: 'excused', reason: '驻外两个月' });
  });

  test('reminds once, then says that it was today', async () => {
    onDesk();
    play('task.remind', () => {
      play('task.names', { ...taskNames.example.output, isReminded: true });
      return {};
    });
    render(<DeskTaskPage />);
    await userEvent.click(await screen.findByRole('button', { name: '提醒这几位同志' }));
    expect(await screen.findByText('今天已经提醒过还没学的同志')).toBeVisible();
    expect(screen.queryByRole('button', { name: '提醒这几位同志' })).toBeNull();
  });

  test('gives the committee branches without names or numbers', async () => {
    signInAs({ acts: ['task.review'] });
    onDesk({ mayManage: false, follows: [], mayReview: true, state: 'over' });
    play('task.branches', {
      branches: [
        { id: branch.id, name: '机关第一党支部', standing: 'met' },
        { id: `${branch.id}2`, name: '机关第二党支部', standing: 'notMet' },
        { id: `${branch.id}3`, name: '机关第三党支部', standing: 'tooFew' },
      ],
    });
    render(<DeskTaskPage />);
    const list = within(await screen.findByRole('list', { name: '各支部' }));
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '机关第一党支部达到',
      '机关第二党支部还没有达到',
      '机关第三党支部人少，不单列',
    ]);
    expect(screen.queryByText('还没学的同志（只有您能看到）')).toBeNull();
    expect(screen.queryByRole('button', { name: '撤回这项任务' })).toBeNull();
  });

  test('gives more time, and takes back with a reason', async () => {
    onDesk();
    play('task.extend', { taskId: task.id, version: 2 });
    play('task.withdraw', { taskId: task.id, version: 2 });
    render(<DeskTaskPage />);
    await userEvent.click(await screen.findByRole('button', { name: '延长几天' }));
    await press('延长');
    expect(inputsOf('task.extend')).toEqual([{ taskId: task.id, version: 1, dueOn: '2026-11-28' }]);
    await press('撤回这项任务');
    await press('撤回');
    expect(screen.getByText('请写一句原因')).toBeVisible();
    await userEvent.type(screen.getByLabelText('原因'), '改到下周');
    await press('撤回');
    expect(inputsOf('task.withdraw')).toEqual([{ taskId: task.id, version: 1, reason: '改到下周' }]);
  });

  test('has a text for the chat group with nobody’s name in it', async () => {
    const copied: string[] = [];
    Object.assign(navigator, { clipboard: { writeText: async (text: string) => void copied.push(text) } });
    onDesk();
    render(<DeskTaskPage />);
    await userEvent.click(await screen.findByRole('button', { name: '复制发到支部群的话' }));
    expect(await screen.findByText('已复制，可以贴到支部群')).toBeVisible();
    expect(copied[0]).toContain(`请大家在11月27日（周五）前看一看《${task.title}》`);
    expect(copied[0]).not.toContain(person?.name);
  });

  test('says when the text was taken down', async () => {
    onDesk({ isTargetGone: true });
    render(<DeskTaskPage />);
    expect(await screen.findByText(/这一篇已经撤下，大家看不到了/)).toBeVisible();
    expect(await screen.findByText('还没学的同志（只有您能看到）')).toBeVisible();
    expect(screen.queryByRole('button', { name: '提醒这几位同志' })).toBeNull();
  });
});
