import { announcement } from './announce';
import { callCloud } from './callCloud';
import { CloudError } from './cloudError';
import { noteNetwork } from './network';
import { flushQueue, sendOrQueue, waitingCount, watchQueue } from './queue';
import { type Me, session } from './session';
import { storedKeys } from './storage';

jest.mock('./callCloud');
const cloud = jest.mocked(callCloud);

const member = (memberId: string) => ({ tenantId: 't', memberId, acts: [] as string[] }) as unknown as Me;
const signIn = (memberId: string) => session.set({ status: 'signedIn', me: member(memberId) });
const offline = () => new CloudError('offline', '现在没有网络');
const piece = (digit: string) => ({ pieceId: `01980000-0000-7000-8000-00000000000${digit}` });
/** The marks that reached the cloud, as digits. */
const marked = () =>
  cloud.mock.calls
    .filter(([name]) => name === 'study.mark')
    .map(([, input]) => (input as { pieceId: string }).pieceId.slice(-1));

beforeEach(() => {
  localStorage.clear();
  jest.useFakeTimers();
  cloud.mockReset();
  signIn('one');
});
afterEach(() => jest.useRealTimers());

/** Who the cloud says is signed in, and what it does with marks. */
function cloudIs(memberId: string, onMark: (digit: string) => unknown = () => ({})): void {
  cloud.mockImplementation(async (name, input) => {
    if (name === 'identity.me') return { me: member(memberId) } as never;
    return onMark((input as { pieceId: string }).pieceId.slice(-1)) as never;
  });
}

const noNetwork = () => {
  cloud.mockImplementation(async () => {
    throw offline();
  });
};

test('what the cloud takes at once is done, and nothing stays behind', async () => {
  cloudIs('one', () => ({ day: '2026-11-23' }));
  await expect(sendOrQueue('study.mark', piece('1'))).resolves.toEqual({
    status: 'done',
    output: { day: '2026-11-23' },
  });
  expect(storedKeys('queue.')).toEqual([]);
});

test('without network it waits, and survives a restart', async () => {
  noNetwork();
  await expect(sendOrQueue('study.mark', piece('1'))).resolves.toEqual({ status: 'waiting' });
  expect(waitingCount.get()).toBe(1);
  // A restart is a new reading of the same storage: nothing is kept in memory.
  cloudIs('one');
  await flushQueue();
  expect(marked()).toEqual(['1', '1']);
  expect(waitingCount.get()).toBe(0);
});

test('goes under the same mutationId at every attempt', async () => {
  noNetwork();
  await sendOrQueue('study.mark', piece('1'));
  cloudIs('one');
  await flushQueue();
  const ids = cloud.mock.calls
    .filter(([name]) => name === 'study.mark')
    .map(([, , options]) => options?.mutationId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('is sent in order, and stops at the first that must wait', async () => {
  noNetwork();
  await sendOrQueue('study.mark', piece('1'));
  await sendOrQueue('study.mark', piece('2'));
  await sendOrQueue('study.mark', piece('3'));
  cloud.mockClear();
  cloudIs('one', (digit) => {
    if (digit === '2') throw new CloudError('unavailable', '');
    return {};
  });
  await flushQueue();
  expect(marked()).toEqual(['1', '2']);
  expect(waitingCount.get()).toBe(2);
});

test('a refusal leaves the queue and is shown; what follows goes on', async () => {
  noNetwork();
  await sendOrQueue('study.mark', piece('1'));
  await sendOrQueue('study.mark', piece('2'));
  cloudIs('one', (digit) => {
    if (digit === '1') throw new CloudError('not_found', '没有找到。可能已经撤下');
    return {};
  });
  await flushQueue();
  expect(announcement.get()?.sentence).toBe('没有找到。可能已经撤下');
  expect(storedKeys('queue.')).toEqual([]);
});

test('a refusal at once is thrown to the screen that asked', async () => {
  cloudIs('one', () => {
    throw new CloudError('not_found', '没有找到');
  });
  await expect(sendOrQueue('study.mark', piece('1'))).rejects.toMatchObject({ code: 'not_found' });
  expect(storedKeys('queue.')).toEqual([]);
});

test('is not sent while another member is signed in, and waits for its owner', async () => {
  noNetwork();
  await sendOrQueue('study.mark', piece('1'));
  signIn('two');
  cloudIs('two');
  cloud.mockClear();
  await flushQueue();
  expect(cloud).not.toHaveBeenCalled();
  expect(waitingCount.get()).toBe(0);

  signIn('one');
  cloudIs('one');
  await flushQueue();
  expect(marked()).toEqual(['1']);
});

test("is not sent under another person's cookie: another window may have signed somebody else in", async () => {
  noNetwork();
  await sendOrQueue('study.mark', piece('1'));
  cloudIs('two');
  cloud.mockClear();
  await flushQueue();
  expect(marked()).toEqual([]);
  expect(storedKeys('queue.')).toHaveLength(1);
});

test('two flushes at once send everything once', async () => {
  noNetwork();
  await sendOrQueue('study.mark', piece('1'));
  await sendOrQueue('study.mark', piece('2'));
  cloud.mockClear();
  cloudIs('one');
  await Promise.all([flushQueue(), flushQueue(), sendOrQueue('study.mark', piece('3'))]);
  expect(marked()).toEqual(['1', '2', '3']);
});

test('tries again by itself after five seconds', async () => {
  noNetwork();
  await sendOrQueue('study.mark', piece('1'));
  cloud.mockClear();
  cloudIs('one');
  await jest.advanceTimersByTimeAsync(4_999);
  expect(marked()).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(marked()).toEqual(['1']);
});

test('is sent when the network returns', async () => {
  noNetwork();
  watchQueue();
  await sendOrQueue('study.mark', piece('1'));
  cloudIs('one');
  cloud.mockClear();
  noteNetwork();
  await jest.advanceTimersByTimeAsync(0);
  expect(marked()).toEqual(['1']);
});

test('an expired session keeps it: it is not the fault of the mark', async () => {
  cloudIs('one', () => {
    throw new CloudError('not_signed_in', '请先登录');
  });
  await expect(sendOrQueue('study.mark', piece('1'))).resolves.toEqual({ status: 'waiting' });
  expect(storedKeys('queue.')).toHaveLength(1);
});

test('a device without room still sends at once', async () => {
  cloudIs('one', () => ({ day: '2026-11-23' }));
  const setItem = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(sendOrQueue('study.mark', piece('1'))).resolves.toMatchObject({ status: 'done' });
  setItem.mockRestore();
});
