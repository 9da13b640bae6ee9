import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { Screen } from './Screen';
import { bareShell, type Shell, ShellContext } from './ShellContext';

function frame(shell: Partial<Shell>, children: ReactNode) {
  return render(<ShellContext.Provider value={{ ...bareShell, ...shell }}>{children}</ShellContext.Provider>);
}

const tabs: Shell['tabs'] = [
  { name: 'today', title: '晨学', href: '/today' },
  { name: 'quiz', title: '答题', href: '/quiz' },
];

test('a page in a browser has a heading, a window title and a way back', async () => {
  const goBack = jest.fn();
  const setTitle = jest.fn();
  frame({ goBack, setTitle }, <Screen title="晨学日历">内容</Screen>);
  expect(screen.getByRole('heading', { level: 1, name: '晨学日历' })).toBeTruthy();
  expect(setTitle).toHaveBeenCalledWith('晨学日历');
  await userEvent.click(screen.getByRole('button', { name: '返回' }));
  expect(goBack).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('main').textContent).toBe('内容');
});

test('a tab has the other tabs as links instead of a way back', async () => {
  const openTab = jest.fn();
  frame({ tabs, openTab }, <Screen title="晨学" tab="today" />);
  expect(screen.queryByRole('button', { name: '返回' })).toBeNull();
  expect(screen.getByRole('link', { name: '晨学' }).getAttribute('aria-current')).toBe('page');
  await userEvent.click(screen.getByRole('link', { name: '答题' }));
  expect(openTab).toHaveBeenCalledWith('quiz');
  await userEvent.click(screen.getByRole('link', { name: '晨学' }));
  expect(openTab).toHaveBeenCalledTimes(1);
});

test('under a band the page still has its heading for a screen reader', () => {
  frame({ tabs }, <Screen title="晨学" tab="today" band={<div>早上好</div>} />);
  expect(screen.getByRole('heading', { level: 1, name: '晨学' })).toBeTruthy();
});

test('large type and a chosen theme are classes of the frame', () => {
  const { container } = frame({ isLargeType: true, theme: 'dark' }, <Screen title="晨学" />);
  expect(container.querySelector('.ui-screen.ui-large-type.ui-theme-dark')).not.toBeNull();
});

test('what is announced is said by every frame', () => {
  frame({ announcement: { sentence: '今日已学', at: 1 } }, <Screen title="晨学" />);
  expect(screen.getByText('今日已学').getAttribute('aria-live')).toBe('polite');
});
