import { device, resetTaro } from '../testing/taro';
import { screenOpened, watchGate } from './gate';
import { adoptMe, adoptNobody, type Me, session } from './session';

const me = { tenantId: 't', memberId: 'm', acts: [] } as unknown as Me;

beforeAll(watchGate);
beforeEach(() => {
  resetTaro();
  localStorage.clear();
  session.set({ status: 'unknown' });
});

test('before the first screen stands nobody is led away from it; then at once', () => {
  adoptNobody();
  expect(device.journeys).toEqual([]);
  screenOpened();
  expect(device.journeys).toEqual(['reLaunch /pages/welcome/index']);
});

test('a screen that needs somebody leads to the entry page as soon as nobody is signed in', () => {
  screenOpened();
  adoptMe(me);
  expect(device.journeys).toEqual([]);
  adoptNobody();
  expect(device.journeys).toEqual(['reLaunch /pages/welcome/index']);
});

test.each([
  '/pages/welcome/index',
  '/pages/settings/privacy/index',
  '/pages/settings/activate/index?code=K7',
])('%s may be read by anybody', (path) => {
  device.path = path;
  adoptNobody();
  expect(device.journeys).toEqual([]);
});

test('a screen opened later, by the way back or by its address, leads to the entry page too', async () => {
  device.path = '/pages/welcome/index';
  adoptNobody();
  device.path = '/pages/pioneer/card/index';
  screenOpened();
  expect(device.journeys).toEqual(['reLaunch /pages/welcome/index']);
});

test('on the way to the entry page one is led there once, however often the cloud says so', () => {
  screenOpened();
  adoptNobody();
  adoptNobody();
  expect(device.journeys).toEqual(['reLaunch /pages/welcome/index']);
  device.path = '/pages/welcome/index';
  screenOpened();
  device.path = '/pages/mine/index';
  screenOpened();
  expect(device.journeys).toEqual(['reLaunch /pages/welcome/index', 'reLaunch /pages/welcome/index']);
});

test('as long as it is not known who uses the device, nobody is sent away', () => {
  screenOpened();
  expect(device.journeys).toEqual([]);
});
