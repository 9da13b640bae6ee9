import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createTestBureau, type TestWorld } from '../../cloud/testing/bureau';

jest.setTimeout(240_000);

const root = join(__dirname, '..', '..');
const output = join(root, 'dist', 'cloudfunctions');
const names = ['api', 'files', 'tick'] as const;
type Name = (typeof names)[number];

/** Registered by createTestBureau for the first bureau. */
const APPID = 'wx000000000000000a';
/** As long as WeChat's, and of digits only: beyond what a number can hold. */
const DIGITS = '1234567890123456789012345678';

interface Answer {
  result: { ok: boolean; data?: unknown; error?: { code: string; message: string }; ticked?: unknown };
  seenBySdk: string;
}

let world: TestWorld;
const children = new Map<Name, { child: ChildProcessWithoutNullStreams; answers: AsyncIterator<string> }>();

beforeAll(async () => {
  const built = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'cloud/commands/buildCloud.ts')], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
  world = await createTestBureau();
  await world.database.db
    .insertInto('gate.binding')
    .values({ appid: APPID, openid: DIGITS, tenant_id: world.tenantId, member_id: world.members.member })
    .execute();
  for (const name of names) {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(__dirname, 'functionChild.ts'), join(output, name)],
      {
        env: {
          PATH: process.env.PATH,
          DATABASE_URL: world.database.appUrl,
          KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
        },
      },
    );
    child.stderr.pipe(process.stderr);
    children.set(name, { child, answers: createInterface({ input: child.stdout })[Symbol.asyncIterator]() });
  }
});

afterAll(async () => {
  for (const { child } of children.values()) child.kill('SIGKILL');
  await world.close();
});

async function call(name: Name, event: unknown, env: Record<string, string>): Promise<Answer> {
  const running = children.get(name);
  if (!running) throw new Error(`no function ${name}`);
  running.child.stdin.write(`${JSON.stringify({ event, env })}\n`);
  const { value, done } = await running.answers.next();
  if (done) throw new Error(`function ${name} ended`);
  return JSON.parse(value) as Answer;
}

function person(openid: string, appid = APPID, more: Record<string, string> = {}): Record<string, string> {
  const env = { WX_OPENID: openid, WX_APPID: appid, ...more };
  return { ...env, WX_CONTEXT_KEYS: Object.keys(env).join(','), TCB_SOURCE: 'wx_client' };
}

const me = { operation: 'identity.me', input: {} };
const timer = { TCB_SOURCE: 'wx_trigger' };

it.each(names)('%s is a folder that needs nothing else', (name) => {
  const folder = join(output, name);
  // Files are decoded in a thread, whose program lies beside the function that decodes.
  const thread = name === 'tick' ? [] : ['decodeWorker.js'];
  expect(readdirSync(folder).sort()).toEqual(['config.json', ...thread, 'index.js', 'package.json'].sort());
  expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).not.toHaveProperty('dependencies');
  const required = ['index.js', ...thread]
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/\brequire\("([^"./][^"]*)"\)/g),
    ])
    .map((match) => match[1] ?? '');
  const foreign = required.filter((one) => !require('node:module').isBuiltin(one));
  expect([...new Set(foreign)]).toEqual(['pg-native']);
});

it('gives the timer to tick alone', () => {
  const configOf = (name: Name) =>
    JSON.parse(readFileSync(join(output, name, 'config.json'), 'utf8')) as unknown;
  expect(configOf('tick')).toMatchObject({ triggers: [{ type: 'timer' }] });
  expect(configOf('api')).not.toHaveProperty('triggers');
});

it('welcomes somebody it does not know, and asks for the card', async () => {
  const welcome = await call('api', { operation: 'identity.welcome', input: {} }, person('oStranger'));
  expect(welcome.result).toMatchObject({ ok: true, data: { me: null } });
  const { result } = await call('api', me, person('oStranger'));
  expect(result.error?.code).toBe('not_activated');
  expect(result.error?.message).toMatch(/激活卡/);
});

it('knows the member behind an openid of digits only, which the SDK turns into a number', async () => {
  const { result, seenBySdk } = await call('api', me, person(DIGITS));
  expect(seenBySdk).toBe('number');
  expect(result).toMatchObject({ ok: true, data: { me: { memberId: world.members.member } } });
});

it('believes nothing in the event about who is asking', async () => {
  const event = { ...me, openid: DIGITS, appid: APPID, userInfo: { openId: DIGITS, appId: APPID } };
  expect((await call('api', event, person('oStranger'))).result.error?.code).toBe('not_activated');
  expect((await call('api', event, { TCB_SOURCE: 'wx_client' })).result.error?.code).toBe('not_signed_in');
});

it('refuses whoever another mini-program lends, and a mini-program nobody registered', async () => {
  const lent = person(DIGITS, APPID, { WX_FROM_OPENID: 'oElsewhere', WX_FROM_APPID: 'wxelsewhere' });
  expect((await call('api', me, lent)).result.error?.code).toBe('app_not_configured');
  expect((await call('api', me, person(DIGITS, 'wxffffffffffffffff'))).result.error?.code).toBe(
    'app_not_configured',
  );
});

it.each(['api', 'files'] as const)('%s refuses HTTP events and the timer', async (name) => {
  const http = { httpMethod: 'POST', path: '/', headers: {}, body: JSON.stringify(me), ...me };
  expect((await call(name, http, person(DIGITS))).result.error?.code).toBe('wrong_origin');
  expect((await call(name, me, timer)).result.error?.code).toBe('not_signed_in');
});

it('keeps each operation in its own function', async () => {
  expect((await call('files', me, person(DIGITS))).result.error?.code).toBe('unknown_operation');
  const finish = {
    operation: 'file.finish',
    input: { fileId: world.members.member },
    mutationId: world.tenantId,
  };
  expect((await call('api', finish, person(DIGITS))).result.error?.code).toBe('unknown_operation');
  expect((await call('files', finish, person(DIGITS))).result.error?.code).toBe('not_found');
});

it.each([null, 'text', [], {}, { operation: 7 }, { operation: '__proto__' }])(
  'answers the event %j with a coded refusal',
  async (event) => {
    expect((await call('api', event, person(DIGITS))).result).toMatchObject({
      ok: false,
      error: { code: 'unknown_operation', requestId: expect.any(String) },
    });
  },
);

it('refuses an event over the limit', async () => {
  const event = { operation: 'identity.welcome', input: {}, x: 'x'.repeat(90 * 1024) };
  expect((await call('api', event, person(DIGITS))).result.error?.code).toBe('body_too_large');
});

it('ticks for the timer and for nobody else', async () => {
  expect((await call('tick', {}, person(DIGITS))).result).toEqual({ ok: false });
  expect((await call('tick', {}, person(DIGITS, APPID, timer))).result).toEqual({ ok: false });
  expect((await call('tick', { httpMethod: 'GET' }, timer)).result).toEqual({ ok: false });
  expect((await call('tick', { Type: 'Timer' }, timer)).result).toMatchObject({
    ok: true,
    ticked: { tenants: 2 },
  });
});
