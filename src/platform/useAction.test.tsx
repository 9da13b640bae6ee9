import { act, renderHook } from '@testing-library/react';
import { callCloud } from './callCloud';
import { CloudError } from './cloudError';
import { useAction } from './useAction';

jest.mock('./callCloud');
const cloud = jest.mocked(callCloud);
const input = { text: '建议', contact: null } as never;
const mutationIds = () => cloud.mock.calls.map(([, , options]) => options?.mutationId);

beforeEach(() => cloud.mockReset());

test('a repeat after a lost connection goes under the same mutationId, so that it acts once', async () => {
  const { result } = renderHook(() => useAction('feedback.submit'));
  cloud.mockRejectedValueOnce(new CloudError('offline', '现在没有网络'));
  await act(() => result.current.run(input));
  expect(result.current.error?.code).toBe('offline');
  cloud.mockResolvedValueOnce({} as never);
  await act(() => result.current.run(input));
  expect(result.current.error).toBeUndefined();
  expect(new Set(mutationIds()).size).toBe(1);
});

test('another wording, or a second wish after success, is a mutation of its own', async () => {
  const { result } = renderHook(() => useAction('feedback.submit'));
  cloud.mockRejectedValueOnce(new CloudError('offline', ''));
  await act(() => result.current.run(input));
  cloud.mockResolvedValue({} as never);
  await act(() => result.current.run({ text: '另一条', contact: null } as never));
  await act(() => result.current.run({ text: '另一条', contact: null } as never));
  expect(new Set(mutationIds()).size).toBe(3);
});

test('a second press while the first is under way does nothing', async () => {
  const { result } = renderHook(() => useAction('feedback.submit'));
  let answer: (value: never) => void = () => undefined;
  cloud.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  let first: Promise<unknown> | undefined;
  act(() => {
    first = result.current.run(input);
  });
  expect(result.current.isBusy).toBe(true);
  await act(() => result.current.run(input));
  await act(async () => {
    answer({ receipt: 'x' } as never);
    await first;
  });
  expect(cloud).toHaveBeenCalledTimes(1);
  expect(result.current.isBusy).toBe(false);
});
