import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../contract/operations';
import RemindersPage from '../../pages/settings/reminders';
import { fixDate } from '../../testing/fixDate';
import { inputsOf, loseNetwork, play, resetCloud } from '../../testing/playedCloud';
import { signInExample } from '../../testing/signInExample';
import { resetTaro } from '../../testing/taro';
import { RemindTomorrow } from './RemindTomorrow';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));
const mockAsked = jest.fn<Promise<'accept' | 'reject' | null>, [string]>();
let mockAppid: string | undefined;
jest.mock('../../platform/subscribe', () => ({
  ownAppid: () => mockAppid,
  askForMessage: (templateId: string) => mockAsked(templateId),
}));

const settings = operations['reminder.settings'].example.output;
const study = settings.kinds[0]!;
const { me } = operations['identity.me'].example.output;
const real = { ...me, demo: false };
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

beforeAll(() => fixDate('2026-11-23T09:00:00+08:00'));
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  signInExample();
  mockAsked.mockReset();
  mockAppid = 'wx0123456789abcdef';
  play('reminder.settings', settings);
  play('reminder.consent', { unused: 2 });
  play('reminder.saveSettings', {});
  play('study.remindTomorrow', { day: '2026-11-24' });
});

describe('明天早上提醒我', () => {
  test('has WeChat ask in this tap, keeps the answer, and says what comes', async () => {
    mockAsked.mockResolvedValue('accept');
    render(<RemindTomorrow me={real} />);
    await userEvent.click(await screen.findByRole('button', { name: '明天早上提醒我' }));
    expect(mockAsked).toHaveBeenCalledWith('local-study');
    expect(inputsOf('reminder.consent')).toEqual([{ kind: 'study', answer: 'accept' }]);
    expect(await screen.findByText('好的，明天早上在微信里提醒您一次')).toBeVisible();
    expect(inputsOf('study.remindTomorrow')).toHaveLength(1);
  });

  test('after a refusal the inbox still has it, and WeChat asks nothing where it may not', async () => {
    play('reminder.settings', { ...settings, kinds: [{ ...study, unused: 0, templateId: null }] });
    render(<RemindTomorrow me={real} />);
    await userEvent.click(await screen.findByRole('button', { name: '明天早上提醒我' }));
    expect(await screen.findByText('好的，明天早上在“通知”里提醒您一次')).toBeVisible();
    expect(mockAsked).not.toHaveBeenCalled();
    expect(inputsOf('reminder.consent')).toEqual([]);
  });

  test('is not offered in a browser, but in the demo, which shows what would come', async () => {
    mockAppid = undefined;
    const first = render(<RemindTomorrow me={real} />);
    expect(first.container).toBeEmptyDOMElement();
    first.unmount();
    render(<RemindTomorrow me={me} />);
    await press('明天早上提醒我');
    expect(await screen.findByText('好的，明天早上在“通知”里提醒您一次')).toBeVisible();
    expect(inputsOf('reminder.settings')).toEqual([]);
  });

  test('is not offered to whoever switched it off, nor where no template is configured', async () => {
    for (const one of [
      { ...study, isOn: false },
      { ...study, isConfigured: false, templateId: null },
    ]) {
      play('reminder.settings', { ...settings, kinds: [one] });
      const drawn = render(<RemindTomorrow me={real} />);
      await screen.findByText(/./).catch(() => undefined);
      expect(drawn.container).toBeEmptyDOMElement();
      drawn.unmount();
    }
  });
});

describe('提醒设置', () => {
  test('says what one consent is for and how many are left; another tap agrees to one more', async () => {
    mockAsked.mockResolvedValue('accept');
    render(<RemindersPage />);
    expect(await screen.findByText(/还可以发 1 条/)).toBeVisible();
    await press('同意在微信里再收一条：晨学');
    expect(inputsOf('reminder.consent')).toEqual([{ kind: 'study', answer: 'accept' }]);
  });

  test('a kind is switched off, and the quiet hours chosen', async () => {
    render(<RemindersPage />);
    await userEvent.click(await screen.findByRole('switch', { name: /晨学/ }));
    await userEvent.click(screen.getByRole('radio', { name: '20:00' }));
    await userEvent.click(screen.getByRole('radio', { name: '09:00' }));
    expect(inputsOf('reminder.saveSettings')).toEqual([
      { off: ['study'], quietFrom: '21:00', quietUntil: '07:30' },
      { off: ['study'], quietFrom: '20:00', quietUntil: '07:30' },
      { off: ['study'], quietFrom: '20:00', quietUntil: '09:00' },
    ]);
    expect(screen.getByRole('switch', { name: /晨学/ })).not.toBeChecked();
    expect(screen.queryByRole('button', { name: /再收一条/ })).toBeNull();
  });

  test('without network it says so', async () => {
    loseNetwork();
    render(<RemindersPage />);
    expect(await screen.findByText(/现在没有网络/)).toBeVisible();
  });
});
