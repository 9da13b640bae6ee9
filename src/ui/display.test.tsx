import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Announcement } from './Announcement';
import { DimensionPicture } from './DimensionPicture';
import { List, ListRow } from './ListRow';
import { MonthCalendar } from './MonthCalendar';
import { ErrorState, OfflineNote } from './Notes';
import { Table } from './Table';
import { Words } from './Words';

describe('the month', () => {
  const marks = { '2026-11-03': { words: '已学', strength: 'soft' } } as const;

  test('begins on the right weekday and has all its days', () => {
    render(<MonthCalendar month="2026-11" marks={{}} />);
    const days = screen.getAllByRole('listitem');
    expect(days).toHaveLength(30);
    // 1 November 2026 is a Sunday: the seventh column, Monday first.
    expect(days[0]?.style.gridColumnStart).toBe('7');
  });

  test('has 29 days in the February of a leap year, from a Tuesday', () => {
    render(<MonthCalendar month="2028-02" marks={{}} />);
    const days = screen.getAllByRole('listitem');
    expect(days).toHaveLength(29);
    expect(days[0]?.style.gridColumnStart).toBe('2');
  });

  test('says each mark in words, and nothing about days without one', () => {
    render(<MonthCalendar month="2026-11" marks={marks} today="2026-11-03" />);
    expect(screen.getByText('11月3日，今天，已学')).toBeTruthy();
    expect(screen.getByText('11月4日')).toBeTruthy();
  });

  test('lets a day be chosen by its spoken name', async () => {
    const choose = jest.fn();
    render(<MonthCalendar month="2026-11" marks={marks} onDay={choose} />);
    await userEvent.click(screen.getByRole('button', { name: '11月3日，已学' }));
    expect(choose).toHaveBeenCalledWith('2026-11-03');
  });

  test('ends where there is nothing more to see', () => {
    render(<MonthCalendar month="2026-11" marks={{}} onEarlier={() => undefined} />);
    expect(screen.getByRole('button', { name: '上月' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '下月' })).toBeNull();
  });
});

test('the picture of the index says in words what it shows, the unknown as unknown', () => {
  render(
    <DimensionPicture
      dimensions={[
        { name: '信念宗旨', share: 0.9, words: '18 分，满分 20' },
        { name: '本职工作', share: null, words: '还没有记录' },
        { name: '服务中心', share: 1.4, words: '20 分，满分 20' },
      ]}
    />,
  );
  const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
  expect(lines).toEqual(['信念宗旨18 分，满分 20', '本职工作还没有记录', '服务中心20 分，满分 20']);
});

describe('a table', () => {
  const rows = [
    { name: '乙篇', day: '2026-11-25' },
    { name: '甲篇', day: '2026-11-24' },
  ];
  const columns = [
    { title: '标题', cell: (row: (typeof rows)[number]) => row.name },
    {
      title: '日期',
      cell: (row: (typeof rows)[number]) => row.day,
      sortBy: (row: (typeof rows)[number]) => row.day,
    },
  ];
  const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

  test('is sorted by its heads, up and down, and says so', async () => {
    render(<Table caption="晨学稿件" columns={columns} rows={rows} rowKey={(row) => row.name} />);
    expect(names()).toEqual(['乙篇', '甲篇']);
    await userEvent.click(screen.getByRole('button', { name: '日期' }));
    expect(names()).toEqual(['甲篇', '乙篇']);
    expect(screen.getByRole('columnheader', { name: '日期' }).getAttribute('aria-sort')).toBe('ascending');
    await userEvent.click(screen.getByRole('button', { name: '日期' }));
    expect(names()).toEqual(['乙篇', '甲篇']);
    expect(screen.queryByRole('button', { name: '标题' })).toBeNull();
  });

  test('opens a row by keyboard', async () => {
    const open = jest.fn();
    render(
      <Table caption="晨学稿件" columns={columns} rows={rows} rowKey={(row) => row.name} onOpen={open} />,
    );
    screen.getByRole('button', { name: '甲篇' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(open).toHaveBeenCalledWith(rows[1]);
  });
});

test('a row is a button only when it leads somewhere', async () => {
  const open = jest.fn();
  render(
    <List label="待办">
      <ListRow title="读一篇" aside="3 分钟" onPress={open} />
      <ListRow title="只看" />
    </List>,
  );
  const items = within(screen.getByRole('list', { name: '待办' })).getAllByRole('listitem');
  expect(items).toHaveLength(2);
  expect(screen.getAllByRole('button')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: /读一篇/ }));
  expect(open).toHaveBeenCalled();
});

test('an error is said at once, with the way out and the number of the request', async () => {
  const retry = jest.fn();
  render(<ErrorState sentence="服务暂时不通" requestId="0198" onRetry={retry} />);
  expect(screen.getByRole('alert').textContent).toContain('编号 0198');
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

test('without network it says from when, and what still waits', () => {
  render(<OfflineNote savedOn="今天 7:42" waiting={2} />);
  expect(screen.getByRole('status').textContent).toBe(
    '现在没有网络，这是今天 7:42 存下的。还有 2 项存在手机里，连上网会自动补上',
  );
});

test('an announcement is shown for five seconds, and the same sentence can be said again', () => {
  jest.useFakeTimers();
  const { rerender } = render(<Announcement announcement={{ sentence: '今日已学', at: 1 }} />);
  act(() => jest.advanceTimersByTime(4_999));
  expect(screen.getByRole('status').textContent).toBe('今日已学');
  act(() => jest.advanceTimersByTime(1));
  expect(screen.getByRole('status').textContent).toBe('');
  rerender(<Announcement announcement={{ sentence: '今日已学', at: 2 }} />);
  expect(screen.getByRole('status').textContent).toBe('今日已学');
  jest.useRealTimers();
});

describe('numbers and units', () => {
  test('stay on one line, also when JSX has made several pieces of the sentence', () => {
    render(
      <>
        <Words>布置到 11月27日 · 约 {3} 分钟</Words>
        <List>
          <ListRow title="一篇" detail={`约 3 分钟 · ${812} 字`} />
        </List>
      </>,
    );
    expect(screen.getByText(/布置到/).textContent).toBe('布置到 11月27日 · 约\u00a03\u00a0分钟');
    expect(screen.getByText(/812/).textContent).toBe('约\u00a03\u00a0分钟 · 812\u00a0字');
  });

  test('what holds more than text is left alone', () => {
    render(
      <Words>
        第 <b>3</b> 题
      </Words>,
    );
    expect(screen.getByText('3').parentElement?.textContent).toBe('第 3 题');
  });
});
