import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { goTo } from '../../platform/routes';
import { scanCode } from '../../platform/scan';
import { ScanCard } from './ScanCard';

jest.mock('../../platform/routes', () => ({ goTo: jest.fn() }));
jest.mock('../../platform/scan', () => ({ scanCode: jest.fn() }));
const scanned = jest.mocked(scanCode);

beforeEach(() => {
  jest.mocked(goTo).mockClear();
  render(<ScanCard kind="primary" />);
});

const scan = () => userEvent.click(screen.getByText('扫激活卡'));

test('a scanned card leads to 启用 with its code, which is shown before it is used', async () => {
  scanned.mockResolvedValue('K7QD-2M4P-9XWA');
  await scan();
  expect(goTo).toHaveBeenCalledWith('activate', { code: 'K7QD2M4P9XWA' });
});

test('something else that was scanned is told apart, and typing stays possible', async () => {
  scanned.mockResolvedValue('https://example.org/another-thing');
  await scan();
  expect(screen.getByText('扫到的不是激活卡。请扫卡上印的图案，或者输入激活码')).toBeTruthy();
  expect(goTo).not.toHaveBeenCalled();
});

test('a scanner that was closed changes nothing', async () => {
  scanned.mockResolvedValue(null);
  await scan();
  expect(goTo).not.toHaveBeenCalled();
  expect(screen.queryByText(/不是激活卡/)).toBeNull();
});
