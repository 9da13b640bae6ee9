import '@testing-library/jest-dom';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../contract/operations';
import SignInPage from '../../pages/settings/sign-in';
import { session } from '../../platform/session';
import { inputsOf, loseNetwork, play, refusal, resetCloud } from '../../testing/playedCloud';
import { signInExample } from '../../testing/signInExample';
import { resetTaro } from '../../testing/taro';
import { LetComputerIn } from './LetComputerIn';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));
const mockScanned = jest.fn<Promise<string | null>, []>();
jest.mock('../../platform/scan', () => ({ scanCode: () => mockScanned() }));

const pairing = operations['identity.beginPairing'].example.output;
const seen = operations['identity.scanPairing'].example.output;
const { me } = operations['identity.me'].example.output;
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

/** The window is as wide as a computer's. */
function widen(isWide: boolean): void {
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: () => ({
      matches: isWide,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }),
  });
}

beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  session.set({ status: 'signedOut' });
  widen(true);
});
afterEach(() => jest.useRealTimers());

describe('on the computer', () => {
  async function fetchCode() {
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    play('identity.beginPairing', pairing);
    render(<SignInPage />);
    await user.click(screen.getByRole('button', { name: '取一张登录码' }));
    await act(() => jest.advanceTimersByTimeAsync(0));
  }
  const wait = () => act(() => jest.advanceTimersByTimeAsync(2_000));

  test('a picture and two digits are shown, and it goes on by itself when the phone has confirmed', async () => {
    play('identity.collectPairing', { state: 'waiting', me: null });
    await fetchCode();
    expect(screen.getByLabelText('两位数字 4 2')).toHaveTextContent('42');
    expect(screen.getByRole('img', { name: /登录码的图案/ })).toBeVisible();
    await wait();
    play('identity.collectPairing', { state: 'scanned', me: null });
    await wait();
    expect(screen.getByText('手机扫到了。请在手机上选出同样的两位数字')).toBeVisible();
    play('identity.collectPairing', { state: 'signedIn', me });
    await wait();
    expect(session.get()).toMatchObject({ status: 'signedIn', me: { name: '江晨' } });
    expect(inputsOf('identity.collectPairing')[0]).toEqual({ secret: pairing.secret });
  });

  test('a code that has ended is gone from the screen and a new one can be had', async () => {
    play('identity.collectPairing', { state: 'ended', me: null });
    await fetchCode();
    await wait();
    expect(screen.queryByText('42')).toBeNull();
    expect(screen.getByRole('button', { name: '再取一张码' })).toBeVisible();
    const asked = inputsOf('identity.collectPairing').length;
    await wait();
    expect(inputsOf('identity.collectPairing')).toHaveLength(asked);
  });

  test('a moment without network does not end it', async () => {
    play('identity.collectPairing', { state: 'waiting', me: null });
    await fetchCode();
    loseNetwork();
    await wait();
    expect(screen.getByText('42')).toBeVisible();
  });

  test('on a narrow screen there is no code: a phone cannot scan itself', () => {
    widen(false);
    render(<SignInPage />);
    expect(screen.queryByText('用手机扫码')).toBeNull();
    expect(screen.getByRole('button', { name: '登录' })).toBeVisible();
  });
});

describe('on the phone', () => {
  const done = jest.fn();
  beforeEach(() => {
    signInExample();
    done.mockReset();
    mockScanned.mockResolvedValue(pairing.text);
    play('identity.scanPairing', seen);
    play('identity.confirmPairing', {});
  });

  test('it says which computer asks, and lets it in by the digits that the person finds there', async () => {
    render(<LetComputerIn onDone={done} />);
    await press('扫电脑上的码');
    expect(screen.getByText(/Windows 电脑上的 Chrome 浏览器/)).toBeVisible();
    expect(screen.getByText(/只给自己面前的电脑登录/)).toBeVisible();
    await press('电脑上是 4 2');
    expect(inputsOf('identity.confirmPairing')).toEqual([{ code: 'A-_4567890123456789012', digits: '42' }]);
    expect(screen.getByText(/好了，请看电脑/)).toBeVisible();
    expect(done).toHaveBeenCalledTimes(1);
  });

  test('whoever did not ask for it says so, and the code is void', async () => {
    render(<LetComputerIn onDone={done} />);
    await press('扫电脑上的码');
    await press('都不一样，或不是我要登录');
    expect(inputsOf('identity.confirmPairing')).toMatchObject([{ digits: null }]);
    expect(screen.getByText('没有登录，那张码已经作废')).toBeVisible();
  });

  test('wrong digits say that it is over; a closed scanner and another picture say nothing to the cloud', async () => {
    play('identity.confirmPairing', () => {
      throw refusal('pairing_ended');
    });
    render(<LetComputerIn onDone={done} />);
    await press('扫电脑上的码');
    await press('电脑上是 1 7');
    expect(screen.getByText(/这次登录已经结束/)).toBeVisible();
    mockScanned.mockResolvedValue(null);
    await press('扫电脑上的码');
    mockScanned.mockResolvedValue('K7QD-2M4P-9XWA');
    await press('扫电脑上的码');
    expect(screen.getByText(/扫到的不是登录码/)).toBeVisible();
    expect(inputsOf('identity.scanPairing')).toHaveLength(1);
    expect(done).not.toHaveBeenCalled();
  });
});
