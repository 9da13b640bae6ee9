import { currentBuild } from '../contract/build';
import { CLIENT_HEADER, CLIENT_HEADER_H5 } from '../contract/transport';
import { askAhead, forgetAhead } from './askedAhead';
import { callCloud, strangerCalls, tooOld } from './callCloud';
import { CloudError } from './cloudError';

const answers: (() => Promise<unknown>)[] = [];
const sent: { url: string; init: RequestInit }[] = [];
const reply = (body: unknown) => () => Promise.resolve({ json: () => Promise.resolve(body) });

beforeEach(() => {
  answers.length = 0;
  sent.length = 0;
  tooOld.set(false);
  forgetAhead();
  global.fetch = ((url: string, init: RequestInit) => {
    sent.push({ url, init });
    return answers.shift()?.() ?? Promise.reject(new TypeError('no answer prepared'));
  }) as typeof fetch;
});

async function failure(call: Promise<unknown>): Promise<CloudError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CloudError);
  return error as CloudError;
}

test('sends the operation by its name, with build and mutationId, to its own origin only', async () => {
  answers.push(reply({ ok: true, data: { me: null } }));
  await callCloud('identity.welcome', {}, { mutationId: 'm' });
  const [request] = sent;
  expect(request?.url).toBe('/api/identity.welcome');
  expect(request?.init).toMatchObject({
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', [CLIENT_HEADER]: CLIENT_HEADER_H5 },
  });
  expect(JSON.parse(String(request?.init.body))).toEqual({ input: {}, mutationId: 'm', build: currentBuild });
});

test('gives back the data of the reply', async () => {
  answers.push(reply({ ok: true, data: { me: null } }));
  await expect(callCloud('identity.welcome', {})).resolves.toEqual({ me: null });
});

test('a refusal comes with the sentence of the cloud and the number of the request', async () => {
  answers.push(
    reply({ ok: false, error: { code: 'not_on_roll', message: '您不在名单里', requestId: 'r1' } }),
  );
  expect(await failure(callCloud('identity.me', {}))).toMatchObject({
    code: 'not_on_roll',
    message: '您不在名单里',
    requestId: 'r1',
    retryable: false,
  });
});

test('without network it is offline, and worth trying again', async () => {
  answers.push(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await failure(callCloud('identity.me', {}))).toMatchObject({ code: 'offline', retryable: true });
});

test.each([
  ['an error page', () => Promise.resolve({ json: () => Promise.reject(new SyntaxError('<')) })],
  ['no reply of ours', reply({ hello: 1 })],
  ['nothing', reply(null)],
  ['no answer in time', () => Promise.reject(new DOMException('late', 'TimeoutError'))],
])('%s is the service being unavailable', async (_, answer) => {
  answers.push(answer);
  expect(await failure(callCloud('identity.me', {}))).toMatchObject({ code: 'unavailable', retryable: true });
});

test('a code that a newer cloud made up is shown with its own sentence', async () => {
  answers.push(reply({ ok: false, error: { code: 'moon_is_full', message: '今晚月圆' } }));
  expect((await failure(callCloud('identity.me', {}))).message).toBe('今晚月圆');
});

test('a refused build is told to the whole app', async () => {
  answers.push(reply({ ok: false, error: { code: 'client_too_old', message: '这一版太旧了' } }));
  await failure(callCloud('identity.me', {}));
  expect(tooOld.get()).toBe(true);
});

test.each([
  ['not_signed_in', 1],
  ['not_activated', 1],
  ['bureau_not_chosen', 1],
  ['not_allowed', 0],
])('%s tells the session that many times: %i', async (code, times) => {
  const before = strangerCalls.get();
  answers.push(reply({ ok: false, error: { code, message: '' } }));
  await failure(callCloud('identity.me', {}));
  expect(strangerCalls.get() - before).toBe(times);
});

describe('what was asked ahead', () => {
  const piece = reply({ ok: true, data: { piece: 1 } });

  test('answers the first call of the same, with no second request; the next asks again', async () => {
    answers.push(piece, reply({ ok: true, data: { piece: 2 } }));
    askAhead('study.today', {});
    await expect(callCloud('study.today', {})).resolves.toEqual({ piece: 1 });
    expect(sent).toHaveLength(1);
    await expect(callCloud('study.today', {})).resolves.toEqual({ piece: 2 });
  });

  test('answers no other call', async () => {
    answers.push(piece, reply({ ok: true, data: { me: null } }));
    askAhead('study.today', {});
    await expect(callCloud('identity.welcome', {})).resolves.toEqual({ me: null });
  });

  test('a refusal tells nobody anything until somebody comes for it', async () => {
    const before = strangerCalls.get();
    answers.push(reply({ ok: false, error: { code: 'not_signed_in', message: '请先登录' } }));
    askAhead('study.today', {});
    await Promise.resolve();
    expect(strangerCalls.get()).toBe(before);
    expect((await failure(callCloud('study.today', {}))).code).toBe('not_signed_in');
    expect(strangerCalls.get()).toBe(before + 1);
  });

  test('without network whoever comes for it is told so', async () => {
    answers.push(() => Promise.reject(new TypeError('Failed to fetch')));
    askAhead('study.today', {});
    expect((await failure(callCloud('study.today', {}))).code).toBe('offline');
  });
});
