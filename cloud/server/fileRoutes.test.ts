import { connect as connectSocket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Input, Output } from '../../src/contract/operations';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import type { TestPersonName } from '../testing/people';
import { createServer } from './createServer';

let world: TestWorld;
let app: FastifyInstance;
let base: string;

beforeAll(async () => {
  world = await createTestBureau();
  app = createServer({
    dispatch: world.dispatch,
    db: world.database.db,
    ports: world.ports,
    staticFiles: null,
    config: { origins: [], trustedProxies: false },
  });
  base = await app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await app.close();
  await world.close();
});

/** Somebody who writes pieces, and somebody who may not upload. */
const writer: TestPersonName = 'committeePublicity';
const reader: TestPersonName = 'member';

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(3_000, 1),
]);

function begin(more: Partial<Input<'file.begin'>> = {}): Promise<Output<'file.begin'>> {
  return world.ok(writer, 'file.begin', {
    purpose: 'piecePicture',
    name: '图 1.png',
    size: png.length,
    ...more,
  });
}

async function put(begun: { uploadTo: string; ticket: string }, body: Buffer | string, type = 'image/png') {
  const response = await fetch(`${base}${begun.uploadTo}?ticket=${begun.ticket}`, {
    method: 'PUT',
    headers: { 'content-type': type },
    body: new Uint8Array(Buffer.from(body)),
  });
  const text = await response.text();
  return {
    status: response.status,
    code: text ? (JSON.parse(text) as { error: { code: string } }).error.code : null,
  };
}

it('takes a file by its ticket and hands it out as what it is, never shown inside a page', async () => {
  const begun = await begin();
  expect(await put(begun, png)).toEqual({ status: 204, code: null });
  const finished = await world.ok(writer, 'file.finish', { fileId: begun.fileId });
  expect(finished).toMatchObject({ size: png.length, mediaType: 'image/png' });
  const response = await fetch(`${base}${finished.readFrom}`);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="file"; filename*=UTF-8''%E5%9B%BE%201.png`,
  );
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])(
  'keeps the bytes as they are, also when they call themselves %s',
  async (type) => {
    const begun = await begin({ size: 7 + png.length });
    const body = Buffer.concat([png, Buffer.from('{"a":1}')]);
    expect((await put(begun, body, type)).status).toBe(204);
    expect((await world.ok(writer, 'file.finish', { fileId: begun.fileId })).size).toBe(body.length);
  },
);

it('refuses content of another length than announced, and takes the right one afterwards', async () => {
  const begun = await begin();
  for (const wrong of [png.subarray(1), Buffer.concat([png, Buffer.from('x')]), '']) {
    expect(await put(begun, wrong)).toEqual({ status: 409, code: 'file_not_uploaded' });
  }
  expect(await world.refused(writer, 'file.finish', { fileId: begun.fileId })).toBe('file_not_uploaded');
  expect((await put(begun, png)).status).toBe(204);
});

it('keeps nothing of an upload whose connection breaks', async () => {
  const begun = await begin();
  const { hostname, port } = new URL(base);
  const socket = connectSocket(Number(port), hostname);
  socket.write(
    `PUT ${begun.uploadTo}?ticket=${begun.ticket} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n` +
      `Content-Type: image/png\r\nContent-Length: ${png.length}\r\n\r\n`,
  );
  socket.write(png.subarray(0, 1_000));
  await sleep(100);
  socket.destroy();
  await sleep(100);
  expect(await world.refused(writer, 'file.finish', { fileId: begun.fileId })).toBe('file_not_uploaded');
  expect((await put(begun, png)).status).toBe(204);
});

it('never changes what was looked at', async () => {
  const begun = await begin();
  await put(begun, png);
  const finished = await world.ok(writer, 'file.finish', { fileId: begun.fileId });
  const other = Buffer.from(png).fill(2, 100);
  expect((await put(begun, other)).status).toBe(204);
  const response = await fetch(`${base}${finished.readFrom}`);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
});

it('refuses a ticket of another file, for reading instead of writing, forged, or over', async () => {
  const [one, two] = [await begin(), await begin()];
  const refused = { status: 403, code: 'file_ticket_invalid' };
  expect(await put({ uploadTo: two.uploadTo, ticket: one.ticket }, png)).toEqual(refused);
  expect(await put({ uploadTo: one.uploadTo, ticket: '' }, png)).toEqual(refused);
  expect((await fetch(`${base}${one.uploadTo}?ticket=${one.ticket}`)).status).toBe(403);
  expect((await fetch(`${base}${one.uploadTo}?ticket=a&ticket=b`)).status).toBe(403);
  world.clock.set(one.until);
  expect(await put(one, png)).toEqual(refused);
  world.clock.set('2026-11-23T00:30:00.000Z');
});

it.each([
  [{ size: 20 * 1024 * 1024 + 1 }, 'file_too_large'],
  [{ purpose: 'pieceAudio' as const, name: '朗读.mp3', size: 5 * 1024 * 1024 + 1 }, 'file_too_large'],
  [{ name: '图.svg' }, 'file_kind_refused'],
  [{ name: '图.html' }, 'file_kind_refused'],
])('refuses to begin %j', async (more, code) => {
  const input = { purpose: 'piecePicture' as const, name: '图.png', size: 100, ...more };
  expect(await world.refused(writer, 'file.begin', input)).toBe(code);
});

it('refuses content that is not what its name says', async () => {
  const page = '<script>alert(1)</script>';
  const begun = await begin({ size: page.length });
  await put(begun, page);
  expect(await world.refused(writer, 'file.finish', { fileId: begun.fileId })).toBe('file_kind_refused');
});

it('lets nobody upload whose work brings no files, and nobody finish what another began', async () => {
  const input = { purpose: 'piecePicture' as const, name: '图.png', size: 100 };
  expect(await world.refused(reader, 'file.begin', input)).toBe('not_allowed');
  const begun = await begin();
  await put(begun, png);
  expect(await world.refused(reader, 'file.finish', { fileId: begun.fileId })).toBe('not_found');
  expect(await world.foreign.refused(writer, 'file.finish', { fileId: begun.fileId })).toBe('not_found');
});
