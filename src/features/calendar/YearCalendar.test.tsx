import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { calendarYear } from '../../contract/calendar';
import { signInAs } from '../../testing/people';
import { inputsOf, play, resetCloud } from '../../testing/playedCloud';
import { resetTaro } from '../../testing/taro';
import { YearCalendar } from './YearCalendar';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const year = calendarYear.example.output;

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  jest.useFakeTimers({ now: new Date('2026-10-08T02:00:00Z'), doNotFake: ['setTimeout', 'setInterval'] });
});
afterEach(() => jest.useRealTimers());

test('a holiday says so on its day; a reader cannot change it', async () => {
  play('calendar.year', year);
  render(<YearCalendar />);
  expect(await screen.findByText('10月1日，放假')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /10月1日/ })).not.toBeInTheDocument();
});

test('a year without a notice says by what the days are counted', async () => {
  play('calendar.year', { year: 2026, known: false, days: [], mayEdit: false });
  render(<YearCalendar />);
  expect(await screen.findByText('2026年节假日安排尚未录入，先按周一到周五算工作日')).toBeVisible();
});

test('whoever keeps the table sets a day, with its name', async () => {
  play('calendar.year', { ...year, mayEdit: true });
  play('calendar.setDay', ({ day }) => ({ day }));
  render(<YearCalendar />);
  await userEvent.click(await screen.findByRole('button', { name: /10月10日/ }));
  const dialog = within(screen.getByRole('dialog', { name: '10月10日 星期六' }));
  await userEvent.click(dialog.getByRole('radio', { name: '上班' }));
  await userEvent.click(dialog.getByRole('button', { name: '改这一天' }));
  expect(dialog.getByText(/请写是什么日子/)).toBeVisible();
  await userEvent.type(dialog.getByLabelText('是什么日子'), '国庆节调休');
  await userEvent.click(dialog.getByRole('button', { name: '改这一天' }));
  expect(inputsOf('calendar.setDay')).toEqual([{ day: '2026-10-10', kind: 'workday', name: '国庆节调休' }]);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('the next month of the next year asks for that year', async () => {
  play('calendar.year', ({ year: asked }) => ({ ...year, year: asked, days: [] }));
  render(<YearCalendar />);
  for (const _ of [11, 12, 1]) await userEvent.click(await screen.findByRole('button', { name: '下月' }));
  expect(await screen.findByRole('heading', { name: '2027年1月' })).toBeVisible();
  expect(inputsOf('calendar.year').map((input) => input.year)).toEqual([2026, 2027]);
});
