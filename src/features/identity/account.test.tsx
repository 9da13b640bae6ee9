import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import ComputerPage from '../../pages/settings/computer';
import PrivacyPage from '../../pages/settings/privacy';
import { session } from '../../platform/session';
import { inputsOf, play, refusal, resetCloud } from '../../testing/playedCloud';
import { signInExample } from '../../testing/signInExample';
import { device, resetTaro } from '../../testing/taro';
import { DemoDoors } from './DemoDoors';
import { SignOut } from './SignOut';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const good = '三楼会议室的旧挂钟走得准';
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const here = { id: '01980000-0000-7000-8000-000000000601', channel: 'h5' as const, current: true };
const away = { id: '01980000-0000-7000-8000-000000000602', channel: 'weapp' as const, current: false };

beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  signInExample();
  play('identity.sessions', {
    sessions: [
      { ...here, signedInOn: '2026-11-20' },
      { ...away, signedInOn: '2026-10-08' },
    ],
  });
});

test('在电脑上使用: the login name is shown, a passphrase set, and the page says how to go on', async () => {
  play('identity.setPassphrase', { loginName: 'k2039471' });
  render(<ComputerPage />);
  expect(screen.getByText('k2039471')).toBeVisible();
  await userEvent.type(screen.getByLabelText('自己定一个口令'), good);
  await userEvent.type(screen.getByLabelText('再写一遍口令'), good);
  await press('设好口令');
  expect(inputsOf('identity.setPassphrase')).toEqual([{ passphrase: good }]);
  expect(await screen.findByText('已设好，只有您知道')).toBeVisible();
  expect(screen.getByRole('button', { name: '换一个口令' })).toBeVisible();
  expect(screen.queryByLabelText('自己定一个口令')).toBeNull();
});

test('another place where one is signed in can be ended, this one is only named', async () => {
  play('identity.revokeSession', {});
  render(<ComputerPage />);
  expect(await screen.findByText('这一台')).toBeVisible();
  expect(screen.getAllByRole('button', { name: /退出这台/ })).toHaveLength(1);
  play('identity.sessions', { sessions: [{ ...here, signedInOn: '2026-11-20' }] });
  await press(/退出这台：微信小程序/);
  expect(inputsOf('identity.revokeSession')).toEqual([{ sessionId: away.id }]);
  expect(screen.queryByText('微信小程序')).toBeNull();
});

test('signing out asks first, and without the cloud one stays', async () => {
  play('identity.signOut', () => {
    throw refusal('unavailable');
  });
  render(<SignOut />);
  await press('退出登录');
  const dialog = screen.getByRole('dialog', { name: '退出登录？' });
  await userEvent.click(within(dialog).getByRole('button', { name: '退出' }));
  expect(await within(dialog).findByText(/服务暂时不通/)).toBeVisible();
  expect(session.get().status).toBe('signedIn');

  play('identity.signOut', {});
  await userEvent.click(within(dialog).getByRole('button', { name: '退出' }));
  expect(session.get().status).toBe('signedOut');
});

test('重新开始演示 asks first and begins again at 晨学', async () => {
  play('identity.restartDemo', {});
  render(<DemoDoors />);
  await press(/重新开始演示/);
  await press('先不');
  expect(inputsOf('identity.restartDemo')).toEqual([]);
  await press(/重新开始演示/);
  await press('重新开始');
  expect(inputsOf('identity.restartDemo')).toHaveLength(1);
  expect(device.journeys).toEqual(['reLaunch /pages/today/index']);
});

test('隐私 says the own answer to a member and leaves it out for a stranger', () => {
  const first = render(<PrivacyPage />);
  expect(screen.getByText('您同意了')).toBeVisible();
  expect(screen.getByText(/没有身份证号，没有宗教信仰，没有位置/)).toBeVisible();
  first.unmount();
  session.set({ status: 'signedOut' });
  render(<PrivacyPage />);
  expect(screen.queryByText('您的选择')).toBeNull();
  expect(screen.queryByRole('button', { name: '写投诉建议' })).toBeNull();
});
