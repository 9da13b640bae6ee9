import { renderHook } from '@testing-library/react';
import { device, resetTaro } from '../testing/taro';
import deskPackages from './deskPackages.json';
import { addressOf, goBack, goTo, replaceWith, useRouteParams, wayTo } from './routes';
import { routeTable } from './routeTable';

beforeEach(resetTaro);

test('addresses carry their parameters encoded, and no empty ones', () => {
  expect(addressOf('piece', { pieceId: 'a b/ç' })).toBe('/pages/study/piece/index?pieceId=a%20b%2F%C3%A7');
  expect(addressOf('activate', {})).toBe('/pages/settings/activate/index');
  expect(addressOf('deskHome')).toBe('/pages/desk/home/index');
});

test('the desk’s screens lie in the desk’s packages, which a member does not load first', () => {
  const entries = Object.entries(routeTable);
  const desk = entries.filter(([name]) => name.startsWith('desk')).map(([, route]) => route.package);
  const others = entries.filter(([name]) => !name.startsWith('desk')).map(([, route]) => route.package);
  expect([...new Set<string>(desk)].sort()).toEqual([...deskPackages].sort());
  expect(others.filter((name) => deskPackages.some((each) => each === name))).toEqual([]);
});

test('tabs are switched to, other screens are put on top', () => {
  goTo('quiz');
  goTo('piece', { pieceId: '1' });
  replaceWith('consent');
  replaceWith('today');
  expect(device.journeys).toEqual([
    'switchTab /pages/quiz/index',
    'navigateTo /pages/study/piece/index?pieceId=1',
    'redirectTo /pages/settings/consent/index',
    'switchTab /pages/today/index',
  ]);
});

test('there is a way to a screen that the server names, and none to one that this build does not know', () => {
  wayTo({ screen: 'piece', query: { pieceId: '1' } })?.();
  wayTo({ screen: 'mine', query: {} })?.();
  expect(device.journeys).toEqual([
    'navigateTo /pages/study/piece/index?pieceId=1',
    'switchTab /pages/mine/index',
  ]);
  expect(wayTo({ screen: 'toString', query: {} })).toBeNull();
  expect(wayTo({ screen: 'screenOfTomorrow', query: {} })).toBeNull();
  expect(wayTo(null)).toBeNull();
});

test('the way back leads to the first tab for somebody who came in by a link', () => {
  goBack();
  device.pages = 2;
  goBack();
  expect(device.journeys).toEqual(['switchTab /pages/today/index', 'navigateBack']);
});

const read = () => renderHook(() => useRouteParams('activate')).result.current;

test('parameters are read as they were given: browsers and WeChat both hand them over encoded', () => {
  device.params = { code: 'K7QD%202M' };
  expect(read()).toEqual({ code: 'K7QD 2M' });
  device.params = { code: '50%' };
  expect(read()).toEqual({ code: '50%' });
});
