import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Screen } from './Screen';

const fault = { isThere: true };

function Faulty() {
  if (fault.isThere) throw new Error('a fault of ours');
  return <p>内容</p>;
}

test('a fault in one screen says so, leaves the frame standing, and can be tried again', async () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <Screen title="晨学日历">
      <Faulty />
    </Screen>,
  );
  expect(screen.getByRole('alert').textContent).toContain('这一页没能打开');
  expect(screen.getByRole('button', { name: '返回' })).toBeTruthy();
  fault.isThere = false;
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(screen.getByText('内容')).toBeTruthy();
  said.mockRestore();
});
