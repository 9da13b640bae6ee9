import { act, render, screen, waitFor } from '@testing-library/react';
import { resetTaro, showAgain } from '../testing/taro';
import { callCloud } from './callCloud';
import { CloudError } from './cloudError';
import { noteNetwork } from './network';
import { type Me, session } from './session';
import { type CloudOptions, useCloud } from './useCloud';

jest.mock('./callCloud');
const cloud = jest.mocked(callCloud);

function Probe({ id, options }: { id: string; options?: CloudOptions }) {
  const { data, error, savedAt, isLoading } = useCloud('study.piece', { pieceId: id }, options);
  const title = (data as { title: string } | undefined)?.title;
  return (
    <p>
      {[title ?? '-', error?.code ?? '-', savedAt ? 'copy' : 'fresh', isLoading ? 'loading' : 'still'].join(
        ' ',
      )}
    </p>
  );
}

const titled = (title: string) => ({ title }) as never;
const shows = (text: string) => waitFor(() => expect(screen.getByText(text)).toBeTruthy());

beforeEach(() => {
  localStorage.clear();
  resetTaro();
  cloud.mockReset();
});

test('loads, then shows the answer', async () => {
  cloud.mockResolvedValue(titled('电梯'));
  render(<Probe id="1" />);
  expect(screen.getByText('- - fresh loading')).toBeTruthy();
  await shows('电梯 - fresh still');
});

test('says why when there is no answer', async () => {
  cloud.mockRejectedValue(new CloudError('not_found', '没有找到'));
  render(<Probe id="1" />);
  await shows('- not_found fresh still');
});

test('without network shows the copy of last time, and says that it is one', async () => {
  cloud.mockResolvedValueOnce(titled('电梯'));
  const { unmount } = render(<Probe id="1" options={{ cacheKey: 'piece/1' }} />);
  await shows('电梯 - fresh still');
  unmount();
  cloud.mockRejectedValue(new CloudError('offline', '现在没有网络'));
  render(<Probe id="1" options={{ cacheKey: 'piece/1' }} />);
  expect(screen.getByText('电梯 - copy loading')).toBeTruthy();
  await shows('电梯 offline copy still');
});

test('drops the copy when the cloud refuses: it is withdrawn, or not theirs any more', async () => {
  cloud.mockResolvedValueOnce(titled('电梯'));
  const { unmount } = render(<Probe id="1" options={{ cacheKey: 'piece/1' }} />);
  await shows('电梯 - fresh still');
  unmount();
  cloud.mockRejectedValue(new CloudError('not_found', '没有找到'));
  render(<Probe id="1" options={{ cacheKey: 'piece/1' }} />);
  await shows('- not_found fresh still');
});

test('asks again when the screen is shown again, once', async () => {
  cloud.mockResolvedValue(titled('电梯'));
  render(<Probe id="1" />);
  await shows('电梯 - fresh still');
  expect(cloud).toHaveBeenCalledTimes(1);
  cloud.mockResolvedValue(titled('秤'));
  await act(async () => showAgain());
  await shows('秤 - fresh still');
  expect(cloud).toHaveBeenCalledTimes(2);
});

test('asks again when the network returns after a failure', async () => {
  cloud.mockRejectedValueOnce(new CloudError('offline', ''));
  render(<Probe id="1" />);
  await shows('- offline fresh still');
  cloud.mockResolvedValue(titled('电梯'));
  await act(async () => noteNetwork());
  await shows('电梯 - fresh still');
});

test('asks again when the network has returned while the attempt was still failing', async () => {
  let fail: (error: CloudError) => void = () => undefined;
  cloud.mockImplementationOnce(() => new Promise((_, reject) => (fail = reject)));
  cloud.mockResolvedValueOnce(titled('电梯'));
  render(<Probe id="1" />);
  await act(async () => noteNetwork());
  expect(cloud).toHaveBeenCalledTimes(1);
  await act(async () => fail(new CloudError('offline', '')));
  await shows('电梯 - fresh still');
});

test('a return of the network leaves alone what was refused for good, and what has come', async () => {
  cloud.mockRejectedValueOnce(new CloudError('not_found', '没有找到'));
  render(<Probe id="1" />);
  await shows('- not_found fresh still');
  await act(async () => noteNetwork());
  expect(cloud).toHaveBeenCalledTimes(1);
});

test('never shows the answer to an earlier question', async () => {
  let answerFirst: (value: never) => void = () => undefined;
  cloud.mockImplementationOnce(() => new Promise((resolve) => (answerFirst = resolve)));
  cloud.mockResolvedValueOnce(titled('二'));
  const { rerender } = render(<Probe id="1" />);
  rerender(<Probe id="2" />);
  await shows('二 - fresh still');
  await act(async () => answerFirst(titled('一')));
  expect(screen.getByText('二 - fresh still')).toBeTruthy();
});

test('does not ask while it is told not to', async () => {
  render(<Probe id="1" options={{ skip: true }} />);
  expect(screen.getByText('- - fresh still')).toBeTruthy();
  await act(async () => showAgain());
  expect(cloud).not.toHaveBeenCalled();
});

test('forgets one member’s answer when another signs in, and asks again', async () => {
  const member = (memberId: string) => ({ tenantId: 't', memberId }) as Me;
  session.set({ status: 'signedIn', me: member('1') });
  cloud.mockResolvedValueOnce(titled('first member'));
  render(<Probe id="1" />);
  await shows('first member - fresh still');
  cloud.mockReturnValueOnce(new Promise(() => undefined));
  act(() => session.set({ status: 'signedIn', me: member('2') }));
  expect(screen.getByText('- - fresh loading')).toBeTruthy();
  expect(cloud).toHaveBeenCalledTimes(2);
  // The same member described anew is no change.
  act(() => session.set({ status: 'signedIn', me: member('2') }));
  expect(cloud).toHaveBeenCalledTimes(2);
});
