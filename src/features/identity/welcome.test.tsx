import '@testing-library/jest-dom';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../contract/operations';
import ShoesPage from '../../pages/settings/shoes';
import WelcomePage from '../../pages/welcome';
import { session } from '../../platform/session';
import { inputsOf, loseNetwork, play, refusal, resetCloud } from '../../testing/playedCloud';
import { signInExample } from '../../testing/signInExample';
import { device, resetTaro } from '../../testing/taro';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const welcome = operations['identity.welcome'].example.output;
const stranger = { ...welcome, demo: null };
const { me } = operations['identity.me'].example.output;
type Me = typeof me;

/** A cloud that knows who has come in, as the real one does. */
function playDoors(welcomed: typeof welcome, inside: Me | null, comesIn: Me): void {
  let known = inside;
  const open = () => {
    known = comesIn;
    return { me: comesIn, token: null };
  };
  play('identity.welcome', () => ({ ...welcomed, me: known }));
  play('identity.stepInto', open);
  play('identity.chooseBureau', open);
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  session.set({ status: 'unknown' });
});

test('somebody unknown reads who it is for and finds both doors and what may be read before', async () => {
  play('identity.welcome', { ...stranger, hostUnit: '演示市场监管局' });
  render(<WelcomePage />);
  expect(await screen.findByText('主办单位：演示市场监管局')).toBeVisible();
  expect(screen.getByRole('heading', { name: '给机关和基层党支部的同志' })).toBeVisible();
  expect(screen.queryByText(/演示单位：/)).toBeNull();
  await press('登录');
  await press('用激活卡首次登录');
  await press('隐私');
  await press('我们怎样守规矩');
  expect(device.journeys).toEqual([
    'navigateTo /pages/settings/sign-in/index',
    'navigateTo /pages/settings/activate/index',
    'navigateTo /pages/settings/privacy/index',
    'navigateTo /pages/settings/compliance/index',
  ]);
});

test('in a demo bureau one steps into a pair of shoes and is at 晨学', async () => {
  playDoors(welcome, null, { ...me, consent: null });
  render(<WelcomePage />);
  expect(await screen.findByText('读今天的一篇，盖上今日已学')).toBeVisible();
  await press(/用江晨的身份看看/);
  expect(inputsOf('identity.stepInto')).toEqual([{ shoe: 'member' }]);
  await waitFor(() => expect(session.get()).toMatchObject({ status: 'signedIn', me: { name: '江晨' } }));
  expect(device.journeys).toEqual(['reLaunch /pages/today/index']);
});

test('whoever is signed in goes on to 晨学 at once', async () => {
  signInExample();
  play('identity.welcome', { ...welcome, me });
  await act(async () => render(<WelcomePage />));
  expect(device.journeys).toEqual(['reLaunch /pages/today/index']);
  expect(screen.queryByRole('button', { name: '登录' })).toBeNull();
});

test('somebody real who has never been asked is asked for consent first', async () => {
  play('identity.welcome', { ...stranger, me: { ...me, demo: false, consent: null } });
  await act(async () => render(<WelcomePage />));
  expect(device.journeys).toEqual(['redirectTo /pages/settings/consent/index?first=yes']);
});

test('somebody known in two bureaus picks one', async () => {
  const choices = [
    { tenantId: me.tenantId, tenantName: '演示市场监管局' },
    { tenantId: '01980000-0000-7000-8000-0000000000fe', tenantName: '演示第二局' },
  ];
  playDoors({ ...stranger, choices }, null, me);
  render(<WelcomePage />);
  await userEvent.click(await screen.findByRole('button', { name: '演示第二局' }));
  expect(inputsOf('identity.chooseBureau')).toEqual([{ tenantId: choices[1]?.tenantId }]);
  expect(device.journeys).toEqual(['reLaunch /pages/today/index']);
});

test('without network it still says who it is for, and what is missing', async () => {
  loseNetwork();
  render(<WelcomePage />);
  expect(await screen.findByText(/现在没有网络/)).toBeVisible();
  expect(screen.getByRole('heading', { name: '给机关和基层党支部的同志' })).toBeVisible();
  expect(screen.getByRole('button', { name: '再试一次' })).toBeVisible();
});

test('changing shoes: another person, and everything opened before is gone', async () => {
  signInExample();
  playDoors(welcome, me, { ...me, memberId: me.tenantId, name: '禾书远' });
  render(<ShoesPage />);
  await userEvent.click(await screen.findByRole('button', { name: /用江晨的身份看看/ }));
  await waitFor(() => expect(session.get()).toMatchObject({ me: { name: '禾书远' } }));
  expect(device.journeys).toEqual(['reLaunch /pages/today/index']);
});

test('a refused step says why and leaves one where one was', async () => {
  play('identity.welcome', welcome);
  play('identity.stepInto', () => {
    throw refusal('demo_only');
  });
  render(<WelcomePage />);
  await userEvent.click(await screen.findByRole('button', { name: /用江晨的身份看看/ }));
  expect(await screen.findByText('这项只在演示单位里有')).toBeVisible();
  expect(device.journeys).toEqual([]);
});
