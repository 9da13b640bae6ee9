import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { bans } from '../../domain/compliance/bans';
import CompliancePage from '../../pages/settings/compliance';
import WhyNoRankingPage from '../../pages/settings/why-no-ranking';
import { device, resetTaro } from '../../testing/taro';

beforeEach(resetTaro);

test('every ban is shown with how it is kept', () => {
  render(<CompliancePage />);
  for (const { ban, how } of bans) {
    expect(screen.getByRole('heading', { name: ban })).toBeVisible();
    expect(screen.getByText(how)).toBeVisible();
  }
});

test('why there is no ranking leads on to the rules', async () => {
  render(<WhyNoRankingPage />);
  expect(screen.getByRole('heading', { name: '那书记能看到什么' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '看我们怎样守规矩' }));
  expect(device.journeys).toEqual(['navigateTo /pages/settings/compliance/index']);
});
