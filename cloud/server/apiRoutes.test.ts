import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { MAX_BODY_BYTES } from '../../src/contract/transport';
import { openSession } from '../identity/session';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { createServer } from './createServer';

let world: TestWorld;
/** Of this machine only. */
let local: FastifyInstance;
/** Behind https. */
let open: FastifyInstance;
let base: string;
let openBase: string;

beforeAll(async () => {
  world = await createTestBureau({ demo: true });
  const parts = { dispatch: world.dispatch, db: world.database.db, ports: world.ports, staticFiles: null };
  local = createServer({ ...parts, config: { origins: [], trustedProxies: false } });
  open = createServer({
    ...parts,
    config: { origins: ['https://party.example.cn'], trustedProxies: ['127.0.0.1'] },
  });
  base = await local.listen({ port: 0, host: '127.0.0.1' });
  openBase = await open.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await Promise.all([local.close(), open.close()]);
  await world.close();
});

const headers = { 'content-type': 'application/json', 'x-morning-study': '1' };

async function post(operation: string, body: string, more: Record<string, string> = {}) {
  const response = await fetch(`${base}/api/${operation}`, {
    method: 'POST',
    headers: { ...headers, ...more },
    body,
  });
  const reply = (await response.json()) as {
    ok: boolean;
    data?: unknown;
    error?: { code: string; message: string };
  };
  return { status: response.status, headers: response.headers, reply, code: reply.error?.code };
}

/** To any server and with any Host, which fetch does not let one set. */
function send(to: string, operation: string, body: string, more: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      request(`${to}/api/${operation}`, { method: 'POST', headers: { ...headers, ...more } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      })
        .once('error', reject)
        .end(body);
    },
  );
}

it('answers an operation with its data and lets nobody keep a copy', async () => {
  const { status, reply, headers: got } = await post('identity.welcome', '{"input":{}}');
  expect(status).toBe(200);
  expect(reply).toMatchObject({ ok: true, data: { me: null } });
  expect(got.get('cache-control')).toBe('no-store');
  expect(got.get('x-content-type-options')).toBe('nosniff');
  expect(got.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(got.get('set-cookie')).toBeNull();
});

it.each([
  ['{"input":', 'broken off'],
  ['', 'empty'],
  ['[]', 'a list'],
  ['"text"', 'a text'],
  ['null', 'nothing'],
  ['{"input":{},"__proto__":{"demo":true}}', 'aiming at the prototype'],
])('refuses the body %s (%s) in Chinese', async (body) => {
  const { status, code, reply } = await post('identity.welcome', body);
  expect([status, code]).toEqual([400, 'bad_json']);
  expect(reply.error?.message).toMatch(/^[\u4e00-\u9fff]/);
});

it('refuses another content type before it reads the body', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const { status, code } = await post('identity.welcome', '{"input":{}}', { 'content-type': type });
    expect([status, code]).toEqual([400, 'bad_json']);
  }
});

it('takes a body of exactly the limit and not a byte more', async () => {
  const frame = '{"input":{},"build":1,"x":""}';
  const fits = frame.replace('""', `"${'x'.repeat(MAX_BODY_BYTES - frame.length)}"`);
  expect(Buffer.byteLength(fits)).toBe(MAX_BODY_BYTES);
  expect((await post('identity.welcome', fits)).status).toBe(200);
  const { status, code } = await post('identity.welcome', `${fits} `);
  expect([status, code]).toEqual([413, 'body_too_large']);
});

it.each(['identity.nope', 'toString', '__proto__', 'identity.welcome%00', 'a/b'])(
  'does not know the operation %s',
  async (operation) => {
    const { status, code } = await post(operation, '{"input":{}}');
    expect([status, code]).toEqual([404, 'unknown_operation']);
  },
);

it('does not act on GET', async () => {
  const response = await fetch(`${base}/api/identity.welcome`, { headers });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: 'unknown_operation' } });
});

it('refuses a page of a foreign site, whose form cannot send the header', async () => {
  const response = await fetch(`${base}/api/identity.welcome`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"input":{}}',
  });
  expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([
    403,
    'wrong_origin',
  ]);
});

it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1'])(
  'refuses the origin %s',
  async (origin) => {
    const { status, code } = await post('identity.welcome', '{"input":{}}', { origin });
    expect([status, code]).toEqual([403, 'wrong_origin']);
  },
);

it('takes its own origin', async () => {
  expect((await post('identity.welcome', '{"input":{}}', { origin: base })).status).toBe(200);
});

it('refuses a name that somebody points at this machine', async () => {
  const rebound = { host: 'rebound.example:3000', origin: 'http://rebound.example:3000' };
  expect((await send(base, 'identity.welcome', '{"input":{}}', rebound)).status).toBe(403);
});

it('behind https takes the configured origin and no other', async () => {
  const ask = (origin: string) => send(openBase, 'identity.welcome', '{}', { origin });
  expect((await ask('https://party.example.cn')).status).toBe(200);
  expect((await ask('http://party.example.cn')).status).toBe(403);
  expect((await ask('https://party.example.cn.evil.example')).status).toBe(403);
});

it('knows the person by the cookie and by nothing in the body', async () => {
  const token = world.callerOf('member').sessionToken ?? '';
  const known = await post('identity.me', '{"input":{}}', { cookie: `morning=${token}` });
  expect(known.reply).toMatchObject({ ok: true, data: { me: { memberId: world.members.member } } });
  const claimed = await post(
    'identity.me',
    JSON.stringify({ input: {}, caller: world.callerOf('member'), sessionToken: token, openid: 'x' }),
  );
  expect([claimed.status, claimed.code]).toEqual([401, 'not_signed_in']);
});

it('knows a self-hosted mini-program by its bearer token, and then looks at no cookie', async () => {
  const cookie = world.callerOf('member').sessionToken ?? '';
  const { tenantId, members } = world;
  const { token } = await openSession(world.database.db, world.ports, {
    ...{ tenantId, memberId: members.member },
    channel: 'weapp',
  });
  const byToken = await post('identity.me', '{"input":{}}', { authorization: `Bearer ${token}` });
  expect(byToken.status).toBe(200);
  const wrong = await post('identity.me', '{"input":{}}', {
    authorization: `Bearer ${'x'.repeat(43)}`,
    cookie: `morning=${cookie}`,
  });
  expect([wrong.status, wrong.code]).toEqual([401, 'not_signed_in']);
});

it('a token counts only where it was given: no cookie as a bearer token, no bearer token as a cookie', async () => {
  const { tenantId, members } = world;
  const { token } = await openSession(world.database.db, world.ports, {
    ...{ tenantId, memberId: members.member },
    channel: 'weapp',
  });
  const stolen = world.callerOf('member').sessionToken ?? '';
  const shown: Record<string, string>[] = [
    { authorization: `Bearer ${stolen}` },
    { cookie: `morning=${token}` },
  ];
  for (const headers of shown) {
    expect((await post('identity.me', '{"input":{}}', headers)).code).toBe('not_signed_in');
  }
});

it('sets the session cookie at sign-in and clears it at sign-out', async () => {
  const passphrase = '三楼会议室里的旧挂钟';
  const { loginName } = await world.ok('member', 'identity.setPassphrase', { passphrase });
  const body = JSON.stringify({ input: { loginName, passphrase } });
  const signedIn = await post('identity.signIn', body);
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^morning=[A-Za-z0-9_-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  const pair = cookie.split(';')[0] ?? '';
  expect((await post('identity.me', '{}', { cookie: pair })).status).toBe(200);
  const signedOut = await post('identity.signOut', '{}', { cookie: pair });
  expect(signedOut.headers.get('set-cookie')).toMatch(/^morning=; Path=\/; Expires=Thu, 01 Jan 1970/);
  expect((await post('identity.me', '{}', { cookie: pair })).status).toBe(401);

  const secure = await send(openBase, 'identity.signIn', body);
  expect(secure.headers['set-cookie']?.[0]).toMatch(
    /^__Host-morning=[^;]+; Path=\/; [^;]+; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(secure.headers['strict-transport-security']).toBeDefined();
});

it('never shows what went wrong inside', async () => {
  const broken = createServer({
    dispatch: Object.assign(async () => Promise.reject(new Error('secret of the inside')), {
      operationNames: [],
    }),
    db: world.database.db,
    ports: world.ports,
    staticFiles: null,
    config: { origins: [], trustedProxies: false },
  });
  const to = await broken.listen({ port: 0, host: '127.0.0.1' });
  const { status, body } = await send(to, 'identity.welcome', '{}');
  expect(status).toBe(500);
  expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(body).not.toMatch(/secret|\.ts|at /);
  await broken.close();
});

it('ends what it has begun before it closes', async () => {
  let begun: () => void = () => undefined;
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const slow = createServer({
    dispatch: Object.assign(
      async () => {
        begun();
        await sleep(300);
        return { reply: { ok: true as const, data: 'done' } };
      },
      { operationNames: [] },
    ),
    db: world.database.db,
    ports: world.ports,
    staticFiles: null,
    config: { origins: [], trustedProxies: false },
  });
  const to = await slow.listen({ port: 0, host: '127.0.0.1' });
  const answer = send(to, 'identity.welcome', '{}');
  await isBegun;
  const closing = slow.close();
  expect(JSON.parse((await answer).body)).toEqual({ ok: true, data: 'done' });
  await closing;
  await expect(send(to, 'identity.welcome', '{}')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
