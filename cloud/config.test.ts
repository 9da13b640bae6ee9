import { resolve } from 'node:path';
import { ConfigError, readConfig } from './config';

const key = `1:${Buffer.alloc(32, 7).toString('base64')}`;
const appUrl = 'postgres://app:secret-word@127.0.0.1:5432/morning';

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('needs nothing for a start on this machine, and then fills the demo bureau', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('.data'),
    filesDir: resolve('.data/files'),
    databaseUrl: null,
    fillDemo: true,
    playWeixin: false,
    weixinPhone: false,
    weixinTemplates: new Map(),
    origins: [],
    trustedProxies: false,
  });
});

it('fills a database of our own choosing only when told so', () => {
  const ours = { DATABASE_URL: appUrl, KEYS: key };
  expect(readConfig(ours).fillDemo).toBe(false);
  expect(readConfig({ ...ours, DEMO: '1', DATABASE_OWNER_URL: appUrl }).fillDemo).toBe(true);
  expect(problemsOf({ ...ours, DEMO: '1' })).toEqual([expect.stringContaining('DATABASE_OWNER_URL')]);
  expect(readConfig({ DEMO: '0' }).fillDemo).toBe(false);
});

it('names statements by default only where no pooler can stand between', () => {
  const ours = { DATABASE_URL: appUrl, KEYS: key };
  expect(readConfig({}).preparedStatements).toBe(true);
  expect(readConfig({ PREPARED_STATEMENTS: '0' }).preparedStatements).toBe(false);
  expect(readConfig(ours).preparedStatements).toBe(false);
  expect(readConfig({ ...ours, PREPARED_STATEMENTS: '1' }).preparedStatements).toBe(true);
});

it('refuses a database without keys', () => {
  expect(problemsOf({ DATABASE_URL: appUrl })).toEqual([expect.stringContaining('KEYS')]);
});

it('lists everything that is wrong at once', () => {
  const problems = problemsOf({
    PORT: '65536',
    HOST: '0.0.0.0',
    DATABASE_OWNER_URL: 'mysql://x',
    KEYS: '1:c2hvcnQ=',
    DEMO: 'yes',
    WEIXIN_APPS: 'wx0123456789abcdef',
    ORIGIN: 'http://party.example.cn',
  });
  for (const name of ['PORT', 'HOST', 'DATABASE_OWNER_URL', 'KEYS', 'DEMO', 'WEIXIN_APPS', 'ORIGIN']) {
    expect(problems.join('\n')).toContain(name);
  }
});

it('never repeats a password or a secret in what it says', () => {
  const problems = problemsOf({
    DATABASE_URL: 'postgres//app:secret-word@host/db',
    WEIXIN_APPS: 'wx0123456789abcdef:secret-word',
    KEYS: '1:secret-word',
  });
  expect(problems).toHaveLength(3);
  expect(problems.join('\n')).not.toContain('secret-word');
});

it.each([
  ['65535', 65_535],
  ['0', 0],
])('takes port %s', (text, port) => {
  expect(readConfig({ PORT: text }).port).toBe(port);
});

it.each(['65536', '-1', '3000a', '1.5'])('refuses port %s', (text) => {
  expect(problemsOf({ PORT: text })).toHaveLength(1);
});

it.each([
  ['https://party.example.cn', ['https://party.example.cn']],
  ['https://party.example.cn/', ['https://party.example.cn']],
  ['http://localhost:8080', ['http://localhost:8080']],
  ['https://a.example.cn, https://b.example.cn', ['https://a.example.cn', 'https://b.example.cn']],
])('takes the origin %s', (text, origins) => {
  expect(readConfig({ ORIGIN: text }).origins).toEqual(origins);
});

it.each([
  'party.example.cn',
  'https://party.example.cn/app',
  'http://10.1.2.3',
  'https://a.example.cn,http://localhost',
])('refuses the origin %s', (text) => {
  expect(problemsOf({ ORIGIN: text })).toHaveLength(1);
});

it('does not play WeChat beside real secrets', () => {
  const apps = { WEIXIN_APPS: `wx0123456789abcdef:${'0a'.repeat(16)}` };
  expect(readConfig(apps).weixinApps.get('wx0123456789abcdef')).toBe('0a'.repeat(16));
  expect(problemsOf({ ...apps, WEIXIN_LOCAL: '1' })).toHaveLength(1);
});

it('reads which template serves which reminder, and names the entry that it cannot read', () => {
  const id = 'T'.repeat(43);
  const templates = readConfig({
    WEIXIN_TEMPLATES: `wx0123456789abcdef:study:${id}:thing1:time2, wx0123456789abcdef:task:${id}:thing3:date4`,
  }).weixinTemplates;
  expect([...templates]).toEqual([
    ['wx0123456789abcdef/study', { id, subjectField: 'thing1', timeField: 'time2' }],
    ['wx0123456789abcdef/task', { id, subjectField: 'thing3', timeField: 'date4' }],
  ]);
  for (const wrong of [
    'study',
    `wx0123456789abcdef:birthday:${id}:thing1:time2`,
    `wx1:study:${id}:thing1:time2`,
  ]) {
    expect(problemsOf({ WEIXIN_TEMPLATES: wrong })).toEqual([expect.stringContaining('WEIXIN_TEMPLATES')]);
  }
});
