import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { connect } from '../database/connect';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { createServer } from './createServer';
import { loadStaticFiles } from './staticFiles';

const script = 'console.log("晨学");'.repeat(200);
const page = '<!doctype html><div id="app"></div>';

let world: TestWorld;
let app: FastifyInstance;
let folder: string;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'morning-study-static-'));
  const build = join(folder, 'h5');
  mkdirSync(join(build, 'js'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not of the build');
  writeFileSync(join(build, 'index.html'), page);
  writeFileSync(join(build, '.source-hash'), 'abc');
  writeFileSync(join(build, 'service-worker.js'), '// worker');
  writeFileSync(join(build, 'js', 'app.0123abcd.js'), script);
  world = await createTestBureau();
  app = createServer({
    dispatch: world.dispatch,
    db: world.database.db,
    ports: world.ports,
    staticFiles: loadStaticFiles(build),
    config: { origins: [], trustedProxies: false },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});

afterAll(async () => {
  await app.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends the path exactly as it is; fetch would tidy it up first. */
function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      request({ port, host: '127.0.0.1', path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      })
        .once('error', reject)
        .end();
    },
  );
}

it.each(['/', '/pages/today/index', '/pages/meeting/sign-in/index?code=123456'])(
  'answers the navigation to %s with the app, which is asked for anew each time',
  async (path) => {
    const { status, headers, body } = await get(path);
    expect([status, headers['cache-control'], body.toString()]).toEqual([200, 'no-cache', page]);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  },
);

it('lets browsers keep what carries its hash in its name, and nothing else', async () => {
  expect((await get('/js/app.0123abcd.js')).headers['cache-control']).toBe(
    'public, max-age=31536000, immutable',
  );
  expect((await get('/service-worker.js')).headers['cache-control']).toBe('no-cache');
});

it('compresses for whoever takes it', async () => {
  const compressed = await get('/js/app.0123abcd.js', { 'accept-encoding': 'gzip, deflate, br' });
  expect(compressed.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(compressed.body).toString()).toBe(script);
  expect(
    (await get('/js/app.0123abcd.js', { 'accept-encoding': 'br;q=0, gzip' })).headers['content-encoding'],
  ).toBe('gzip');
  const plain = await get('/js/app.0123abcd.js');
  expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, script]);
});

it('sends nothing again that has not changed', async () => {
  const { etag } = (await get('/')).headers;
  const again = await get('/', { 'if-none-match': String(etag) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

it.each([
  '/js/missing.js',
  '/secret.txt',
  '/../secret.txt',
  '/js/../../secret.txt',
  '/js/..%2f..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/..\\secret.txt',
  '/.source-hash',
  '/../../etc/passwd',
  '/pages/./today',
  '/api',
  '/api/',
  '/files/x.png',
  '/%E0%A4%A',
  '/%00.txt',
])('has nothing at %s', async (path) => {
  const { status, body } = await get(path);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(body.toString()).not.toMatch(/not of the build|<!doctype/);
});

it('says that it is well, and that it is not when the database is away', async () => {
  expect(JSON.parse((await get('/healthz')).body.toString())).toEqual({
    ok: true,
    database: 'ok',
    schema: 'ok',
  });
  const away = createServer({
    dispatch: world.dispatch,
    db: connect('postgres://nobody:x@127.0.0.1:1/none').db,
    ports: world.ports,
    staticFiles: null,
    config: { origins: [], trustedProxies: false },
  });
  const response = await fetch(`${await away.listen({ port: 0, host: '127.0.0.1' })}/healthz`);
  expect([response.status, await response.json()]).toEqual([503, { ok: false, database: 'unreachable' }]);
  await away.close();
});
