import { askAhead, takeAhead } from './askedAhead';
import { callCloud, strangerCalls } from './callCloud';
import { CloudError } from './cloudError';
import { copyOf, keepCopy } from './copies';
import { adoptMe, adoptNobody, type Me, may, openSession, session, signOut, watchSession } from './session';

jest.mock('./callCloud', () => ({
  callCloud: jest.fn(),
  strangerCalls: jest.requireActual('./signal').signal(0),
}));
const cloud = jest.mocked(callCloud);
const member = (memberId: string) => ({ tenantId: 't', memberId, acts: ['study.review'] }) as unknown as Me;
const welcomed = (me: Me | null) => cloud.mockResolvedValueOnce({ me } as never);

beforeEach(() => {
  localStorage.clear();
  cloud.mockReset();
  session.set({ status: 'unknown' });
});

test('the cloud says who is signed in', async () => {
  welcomed(member('one'));
  await openSession();
  expect(session.get()).toEqual({ status: 'signedIn', me: member('one') });
});

test('without network the last one stays, so that what is stored can be read', async () => {
  adoptMe(member('one'));
  session.set({ status: 'unknown' });
  cloud.mockRejectedValueOnce(new CloudError('offline', ''));
  await openSession();
  expect(session.get()).toEqual({ status: 'signedIn', me: member('one') });
});

test('without network and without a last one, nobody is', async () => {
  cloud.mockRejectedValueOnce(new CloudError('offline', ''));
  await openSession();
  expect(session.get()).toEqual({ status: 'signedOut' });
});

test('when the session has ended in the cloud, the stored copies go', async () => {
  adoptMe(member('one'));
  keepCopy('study.today', 1, new Date());
  welcomed(null);
  await openSession();
  expect(session.get()).toEqual({ status: 'signedOut' });
  expect(copyOf('study.today')).toBeUndefined();
});

test("another member never sees the last one's copies; the same one keeps them", () => {
  adoptMe(member('one'));
  keepCopy('study.today', 1, new Date());
  adoptMe(member('one'));
  expect(copyOf('study.today')).toBeDefined();
  adoptMe(member('two'));
  expect(copyOf('study.today')).toBeUndefined();
});

describe('what was asked before anybody was known', () => {
  const isKept = () => takeAhead('study.today', {}) !== undefined;
  beforeEach(() => {
    global.fetch = () => new Promise(() => undefined);
    askAhead('study.today', {});
  });

  test('is for the person whom the cloud then names', () => {
    adoptMe(member('one'));
    adoptMe(member('one'));
    expect(isKept()).toBe(true);
  });

  test.each([
    ['another one than last time', () => [adoptMe(member('one')), adoptMe(member('two'))]],
    ['nobody', adoptNobody],
    ['nobody, and then somebody signs in', () => [adoptNobody(), adoptMe(member('one'))]],
    [
      'nobody, for want of network, and then somebody signs in',
      () => [session.set({ status: 'signedOut' }), adoptMe(member('one'))],
    ],
  ])('goes when it is %s', (_who, happen) => {
    happen();
    expect(isKept()).toBe(false);
  });
});

test('signing out needs the cloud: without it one stays signed in', async () => {
  adoptMe(member('one'));
  cloud.mockRejectedValueOnce(new CloudError('offline', ''));
  await expect(signOut()).rejects.toMatchObject({ code: 'offline' });
  expect(session.get().status).toBe('signedIn');
  cloud.mockResolvedValueOnce({} as never);
  await signOut();
  expect(session.get()).toEqual({ status: 'signedOut' });
});

test('calls refused for want of a session ask once who is there, and believe the answer', async () => {
  const stop = watchSession();
  adoptMe(member('one'));
  welcomed(null);
  strangerCalls.set(1);
  strangerCalls.set(2);
  await openSession();
  expect(cloud).toHaveBeenCalledTimes(1);
  expect(session.get()).toEqual({ status: 'signedOut' });

  // Somebody else has signed in under this browser's cookie meanwhile.
  welcomed(member('two'));
  strangerCalls.set(3);
  await openSession();
  expect(session.get()).toEqual({ status: 'signedIn', me: member('two') });
  stop();
});

test('what is not among the acts is not offered, and nobody may anything', () => {
  expect(may(member('one'), 'study.review')).toBe(true);
  expect(may(member('one'), 'study')).toBe(false);
  expect(may(undefined, 'study.review')).toBe(false);
  adoptNobody();
});
