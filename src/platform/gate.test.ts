import { device, resetTaro } from '../testing/taro';
import { leadStrangerIn, watchGate } from './gate';
import { adoptMe, adoptNobody, type Me, session } from './session';

const me = { tenantId: 't', memberId: 'm', acts: [] } as unknown as Me;

beforeAll(watchGate);
beforeEach(() => {
  resetTaro();
  localStorage.clear();
  session.set({ status: 'unknown' });
});

test('a screen that needs somebody leads to the entry page as soon as nobody is signed in', () => {
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
  leadStrangerIn();
  leadStrangerIn();
  expect(device.journeys).toEqual(['reLaunch /pages/welcome/index']);
});

test('as long as it is not known who uses the device, nobody is sent away', () => {
  leadStrangerIn();
  expect(device.journeys).toEqual([]);
});
