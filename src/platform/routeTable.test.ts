import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { noticeScreens } from '../domain/reminder/noticeTarget';
import { pagePath, type Route, routeTable } from './routeTable';

const routes = Object.entries(routeTable) as [string, Route][];
const source = path.join(__dirname, '..');

test.each(routes)('%s has a page, and WeChat shows its title', (_, route) => {
  const file = path.join(source, pagePath(route));
  expect(existsSync(`${file}.tsx`)).toBe(true);
  expect(readFileSync(`${file}.config.ts`, 'utf8')).toContain(`'${route.title}'`);
});

test('no two screens share a place', () => {
  const places = routes.map(([, route]) => pagePath(route));
  expect(new Set(places).size).toBe(places.length);
});

test('there are four tabs, all in the main package', () => {
  const tabs = routes.filter(([, route]) => route.isTab);
  expect(tabs.map(([name]) => name)).toEqual(['today', 'quiz', 'branch', 'mine']);
  expect(tabs.every(([, route]) => route.package === 'main')).toBe(true);
});

test('every screen that a notice may lead to exists', () => {
  expect(Object.keys(routeTable)).toEqual(expect.arrayContaining([...noticeScreens]));
});
