import '@testing-library/jest-dom';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { meetingMine } from '../../contract/meeting';
import { signInAs } from '../../testing/people';
import { inputsOf, play, resetCloud } from '../../testing/playedCloud';
import { device, resetTaro } from '../../testing/taro';
import { PlanMeeting } from './PlanMeeting';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const second = { id: '01980000-0000-7000-8000-00000000000b', name: '机关第二党支部' };
const first = { id: '01980000-0000-7000-8000-00000000000c', name: '机关第一党支部' };
const meetingId = '01980000-0000-7000-8000-000000000201';

const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function open(mayPlanFor: (typeof second)[]): Promise<() => void> {
  play('meeting.mine', { ...meetingMine.example.output, mayPlanFor });
  const { unmount } = render(<PlanMeeting />);
  await screen.findByRole('button', { name: '安排会议' });
  return unmount;
}

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  jest.useFakeTimers({ now: new Date('2026-11-22T02:00:00Z'), doNotFake: ['setTimeout', 'setInterval'] });
});
afterEach(() => jest.useRealTimers());

test('what is missing is said at its field, and nothing is sent', async () => {
  await open([second]);
  expect(screen.queryByText('请写地点')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '安排会议' }));
  for (const sentence of ['请选哪一天', '请选几点开始', '请写地点', '请写这一项做什么']) {
    expect(screen.getByText(sentence)).toBeVisible();
  }
  expect(screen.getByLabelText('地点')).toHaveAccessibleDescription('请写地点');
  expect(inputsOf('meeting.plan')).toEqual([]);
});

test('the usual title needs no typing; the meeting is sent at the time of Shanghai', async () => {
  await open([second]);
  play('meeting.plan', { meetingId, state: 'planned', version: 1 });
  fill('哪一天', '2026-12-03');
  fill('几点开始', '15:00');
  fill('地点', '三楼会议室');
  fill('第 1 项', '集中学习');
  fill('分钟', '40');
  expect(screen.getByText('不写就叫“12月主题党日”')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '安排会议' }));
  expect(inputsOf('meeting.plan')).toEqual([
    {
      organisationId: second.id,
      type: 'themeDay',
      title: '12月主题党日',
      place: '三楼会议室',
      plannedAt: '2026-12-03T07:00:00.000Z',
      agenda: [{ title: '集中学习', minutes: 40 }],
    },
  ]);
  expect(device.journeys).toEqual([`redirectTo /pages/meeting/host/index?meetingId=${meetingId}`]);
});

test.each([
  ['0', '请写 1 到 600 之间的分钟数'],
  ['1', undefined],
  ['600', undefined],
  ['601', '请写 1 到 600 之间的分钟数'],
])('an item of %s minutes', async (minutes, sentence) => {
  await open([second]);
  fill('分钟', minutes);
  await userEvent.click(screen.getByRole('button', { name: '安排会议' }));
  expect(screen.queryByText(/分钟数/)?.textContent).toBe(sentence);
});

test('a meeting of another kind needs a name of its own', async () => {
  await open([second]);
  await userEvent.click(screen.getByRole('button', { name: '安排会议' }));
  expect(screen.queryByText('请写会议名称')).not.toBeInTheDocument();
  await userEvent.selectOptions(screen.getByLabelText('类型'), '其他会议');
  expect(screen.getByText('请写会议名称')).toBeVisible();
});

test('whoever acts for several organisations says for which', async () => {
  await open([first, second]);
  await userEvent.click(screen.getByRole('button', { name: '安排会议' }));
  expect(screen.getByText('请选是哪个组织的会')).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText('哪个组织的会'), '机关第一党支部');
  expect(screen.queryByText('请选是哪个组织的会')).not.toBeInTheDocument();
});

test('what is half written is there again after the screen was left', async () => {
  const leave = await open([second]);
  fill('地点', '三楼会议室');
  leave();
  await open([second]);
  expect(screen.getByLabelText('地点')).toHaveValue('三楼会议室');
});
