import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../contract/operations';
import ActivatePage from '../../pages/settings/activate';
import ConsentPage from '../../pages/settings/consent';
import SignInPage from '../../pages/settings/sign-in';
import TextSizePage from '../../pages/settings/text-size';
import { session } from '../../platform/session';
import { isLargeType, refreshTextSize } from '../../platform/textSize';
import { inputsOf, loseNetwork, play, refusal, resetCloud } from '../../testing/playedCloud';
import { signInExample } from '../../testing/signInExample';
import { device, resetTaro } from '../../testing/taro';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const { me } = operations['identity.me'].example.output;
const newcomer = { ...me, demo: false, consent: null };
const good = '三楼会议室的旧挂钟走得准';
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function fill(label: string, text: string): Promise<void> {
  const field = screen.getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

beforeEach(() => {
  resetTaro();
  localStorage.clear();
  refreshTextSize();
  resetCloud();
  session.set({ status: 'signedOut' });
});

describe('启用', () => {
  test('reads the code however it is typed, and leads on to the question of consent', async () => {
    play('identity.activate', { me: newcomer, token: null });
    render(<ActivatePage />);
    await fill('激活码', 'k7qd 2m4p－9xwa');
    await fill('登录名', ' k2039471 ');
    await fill('自己定一个口令', good);
    await fill('再写一遍口令', good);
    expect(screen.getByText('读作 K 7 Q D，2 M 4 P，9 X W A')).toBeInTheDocument();
    await press('启用');
    expect(inputsOf('identity.activate')).toEqual([
      { code: 'K7QD2M4P9XWA', loginName: 'k2039471', passphrase: good },
    ]);
    expect(session.get()).toMatchObject({ status: 'signedIn', me: { name: '江晨' } });
    expect(device.journeys).toEqual(['redirectTo /pages/settings/consent/index?first=yes']);
  });

  test('says at each field what is missing before anything is sent', async () => {
    render(<ActivatePage />);
    await fill('激活码', 'K7QD-2M4P');
    await fill('自己定一个口令', '一二三四五六七八九');
    await press('启用');
    expect(screen.getByText(/激活码是 12 个字母和数字/)).toBeVisible();
    expect(screen.getByText('请写卡上印的登录名')).toBeVisible();
    expect(screen.getByText('口令至少 10 个字，不要全是同一个字或连续数字')).toBeVisible();
    await fill('自己定一个口令', good);
    await fill('再写一遍口令', `${good}了`);
    await press('启用');
    expect(screen.getByText('两次写的不一样，请再写一遍')).toBeVisible();
    expect(inputsOf('identity.activate')).toEqual([]);
  });

  test('a refused code is said in one sentence, and what was typed stays', async () => {
    play('identity.activate', () => {
      throw refusal('code_not_valid');
    });
    render(<ActivatePage />);
    await fill('激活码', 'K7QD-2M4P-9XWA');
    await fill('登录名', 'k2039471');
    await fill('自己定一个口令', good);
    await fill('再写一遍口令', good);
    await press('启用');
    expect(
      await screen.findByText('激活码不对，或已经用过、过期。请核对卡片，或请书记重发一张'),
    ).toBeVisible();
    expect(screen.getByLabelText('激活码')).toHaveValue('K7QD-2M4P-9XWA');
    expect(device.journeys).toEqual([]);
  });

  test('takes the code from the link of a card', () => {
    device.params = { code: 'K7QD-2M4P-9XWA' };
    render(<ActivatePage />);
    expect(screen.getByLabelText('激活码')).toHaveValue('K7QD-2M4P-9XWA');
  });
});

describe('登录', () => {
  test('by name and passphrase, with Enter, to 晨学', async () => {
    play('identity.signIn', { me: { ...me, demo: false }, token: null });
    render(<SignInPage />);
    await fill('登录名', 'K2039471');
    await fill('口令', `${good}{Enter}`);
    expect(inputsOf('identity.signIn')).toEqual([{ loginName: 'K2039471', passphrase: good }]);
    expect(device.journeys).toEqual(['reLaunch /pages/today/index']);
  });

  test('says what is missing, what is wrong, and that there is no network', async () => {
    render(<SignInPage />);
    await press('登录');
    expect(screen.getByText('请写口令')).toBeVisible();
    play('identity.signIn', () => {
      throw refusal('sign_in_failed');
    });
    await fill('登录名', 'k2039471');
    await fill('口令', good);
    await press('登录');
    expect(await screen.findByText(/登录名或口令不对/)).toBeVisible();
    loseNetwork();
    await press('登录');
    expect(await screen.findByText(/现在没有网络/)).toBeVisible();
    expect(device.journeys).toEqual([]);
  });
});

describe('the first minutes', () => {
  beforeEach(() => {
    session.set({ status: 'signedIn', me: newcomer });
    play('identity.consent', ({ agreed }) => ({ agreed, recordedAt: '2026-11-23T00:30:00.000Z' }));
    device.params = { first: 'yes' };
  });

  test.each([
    ['同意', true],
    ['不同意', false],
  ])('%s is recorded and leads on all the same', async (words, agreed) => {
    render(<ConsentPage />);
    expect(screen.getByText('江晨')).toBeVisible();
    expect(screen.getByText('机关第二党支部')).toBeVisible();
    await press(words);
    expect(inputsOf('identity.consent')).toEqual([{ agreed }]);
    expect(session.get()).toMatchObject({ me: { consent: agreed } });
    expect(device.journeys).toEqual(['redirectTo /pages/settings/text-size/index?first=yes']);
  });

  test('an answer that did not arrive is not taken for one', async () => {
    loseNetwork();
    render(<ConsentPage />);
    await press('不同意');
    expect(await screen.findByText(/现在没有网络/)).toBeVisible();
    expect(device.journeys).toEqual([]);
  });

  test('the large size applies at once and stays, and 晨学 follows', async () => {
    render(<TextSizePage />);
    expect(screen.getByRole('radio', { name: /跟着手机/ })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: /^大字/ }));
    expect(isLargeType.get()).toBe(true);
    expect(screen.getByRole('radio', { name: /大字（正在用）/ })).toBeChecked();
    isLargeType.set(false);
    refreshTextSize();
    expect(isLargeType.get()).toBe(true);
    await press('就用这样，去晨学');
    expect(device.journeys).toEqual(['reLaunch /pages/today/index']);
  });

  test('later, from 隐私, the answer can be changed and the way leads back', async () => {
    signInExample();
    device.params = {};
    device.pages = 2;
    render(<ConsentPage />);
    expect(screen.getByText('您现在的选择：同意。随时可以改')).toBeVisible();
    await press('不同意');
    expect(device.journeys).toEqual(['navigateBack']);
  });
});
