import { connect as connectSocket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Input, Output } from '../../src/contract/operations';
import { putAway } from '../file/takeIn';
import { receiveFile } from '../file/transferFile';
import { claimOwnFile, readWholeFile, spendFile } from '../file/wholeFile';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { jpegWithPlace, m4aOf, mp3Of, pngOf } from '../testing/media';
import type { TestPersonName } from '../testing/people';
import { runTick } from '../tick';
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

const png = pngOf(40, 30, [['iCCP', Buffer.alloc(3_000, 1)]]);

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
  const response = await fetch(`${base}/files/${begun.fileId}?ticket=${finished.ticket}`);
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
    const body = Buffer.from('{"a":1}');
    const begun = await begin({ purpose: 'text', name: '条例.txt', size: body.length });
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

it.each(['content-length: 209715200', 'transfer-encoding: chunked'])(
  'answers 200 MB (%s) before they have come, and keeps none of them',
  async (length) => {
    const begun = await begin();
    const { port } = new URL(base);
    const socket = connectSocket(Number(port), '127.0.0.1');
    const reply = new Promise<string>((resolve, reject) => {
      let text = '';
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes('"requestId"')) resolve(text);
      });
      socket.on('error', reject);
    });
    socket.write(
      `PUT ${begun.uploadTo}?ticket=${begun.ticket} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: image/png\r\n${length}\r\n\r\n`,
    );
    expect(await reply).toContain('file_not_uploaded');
    socket.destroy();
    expect(await world.refused(writer, 'file.finish', { fileId: begun.fileId })).toBe('file_not_uploaded');
    expect(await put(begun, png)).toEqual({ status: 204, code: null });
  },
);

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
  const response = await fetch(`${base}/files/${begun.fileId}?ticket=${finished.ticket}`);
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

describe('a register of people', () => {
  const content = Buffer.from('姓名,手机\n江晨,13800000000\n');
  const keeper: TestPersonName = 'organisationOfficer';
  const upload = async () => {
    const begun = await world.ok(keeper, 'file.begin', {
      purpose: 'roster',
      name: '名册.csv',
      size: content.length,
    });
    expect((await put(begun, content, 'text/csv')).status).toBe(204);
    return begun;
  };

  it('never lies in the store in the open, and nobody is given a way to it', async () => {
    const begun = await upload();
    const { tenantId } = world;
    expect(await world.ports.files.read(tenantId, begun.fileId)).toBeNull();
    const sealed = await world.ports.files.read(tenantId, `${begun.fileId}-sealed`);
    const bytes = Buffer.concat((await sealed?.toArray()) as Buffer[]);
    expect(bytes.length).toBeGreaterThan(content.length);
    expect(bytes.includes('江晨')).toBe(false);
    const finished = await world.ok(keeper, 'file.finish', { fileId: begun.fileId });
    expect(finished).toMatchObject({ size: content.length, mediaType: 'text/csv', ticket: null });
  });

  it('is read whole by its owner alone and goes with the reading', async () => {
    const { fileId } = await upload();
    await world.ok(keeper, 'file.finish', { fileId });
    const { tenantId } = world;
    expect(await readWholeFile(world.ports, { tenantId }, fileId, 'roster')).toEqual(content);
    expect(await readWholeFile(world.ports, { tenantId }, fileId, 'text')).toBeNull();
    for (const stranger of ['secretary', 'committeeOfficer'] as const) {
      expect(await world.asActor(stranger, (context) => claimOwnFile(context, fileId, 'roster'))).toBeNull();
    }
    await world.asActor(keeper, async (context) => {
      expect(await claimOwnFile(context, fileId, 'text')).toBeNull();
      expect(await claimOwnFile(context, fileId, 'roster')).toMatchObject({ id: fileId });
      await spendFile(context, fileId);
    });
    expect(await world.asActor(keeper, (context) => claimOwnFile(context, fileId, 'roster'))).toBeNull();
    await runTick(world.database.db, world.ports);
    expect(await readWholeFile(world.ports, { tenantId }, fileId, 'roster')).toBeNull();
  });

  it('is claimed only once it is finished, and goes after 15 minutes unread', async () => {
    const { fileId } = await upload();
    expect(await world.asActor(keeper, (context) => claimOwnFile(context, fileId, 'roster'))).toBeNull();
    await world.ok(keeper, 'file.finish', { fileId });
    const start = world.clock.now();
    const { tenantId } = world;
    world.clock.set(new Date(start.getTime() + 15 * 60_000).toISOString());
    await runTick(world.database.db, world.ports);
    expect(await readWholeFile(world.ports, { tenantId }, fileId, 'roster')).toEqual(content);
    world.clock.set(new Date(start.getTime() + 15 * 60_000 + 1).toISOString());
    await runTick(world.database.db, world.ports);
    expect(await readWholeFile(world.ports, { tenantId }, fileId, 'roster')).toBeNull();
    world.clock.set(start.toISOString());
  });
});

it('gives a player the part it asks for', async () => {
  const begun = await begin();
  await put(begun, png);
  const { ticket } = await world.ok(writer, 'file.finish', { fileId: begun.fileId });
  const ask = (range: string) =>
    fetch(`${base}/files/${begun.fileId}?ticket=${ticket}`, { headers: { range } });
  const last = png.length - 1;
  for (const [range, from, to] of [
    ['bytes=0-1', 0, 1],
    ['bytes=100-', 100, last],
    ['bytes=-10', last - 9, last],
    [`bytes=${last}-99999`, last, last],
  ] as const) {
    const part = await ask(range);
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes ${from}-${to}/${png.length}`,
    ]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(png.subarray(from, to + 1));
  }
  for (const range of ['bytes=0-1,3-4', 'bytes=-', `bytes=${png.length}-`, 'lines=1-2']) {
    const whole = await ask(range);
    expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, png.length]);
  }
});

it('cleans a picture before anybody can read it, and keeps the uploaded one nowhere', async () => {
  const camera = jpegWithPlace(6);
  const begun = await begin({ name: '现场.jpg', size: camera.length });
  await put(begun, camera, 'image/jpeg');
  const [first, second] = await Promise.all([
    world.ok(writer, 'file.finish', { fileId: begun.fileId }),
    world.ok(writer, 'file.finish', { fileId: begun.fileId }),
  ]);
  expect(first).toMatchObject({ width: 8, height: 16, seconds: null, mediaType: 'image/jpeg' });
  expect({ ...second, ticket: null }).toEqual({ ...first, ticket: null });
  const response = await fetch(`${base}/files/${begun.fileId}?ticket=${first.ticket}`);
  expect(Buffer.from(await response.arrayBuffer()).includes('GPS')).toBe(false);
  expect(await world.ports.files.read(world.tenantId, begun.fileId)).toBeNull();
});

it.each([
  ['pieceAudio', '十分钟.m4a', m4aOf(600), 'audio_too_long'],
  ['pieceAudio', '网页.mp3', Buffer.from('<html>'.repeat(100)), 'file_kind_refused'],
  [
    'pieceAudio',
    '网页.mp3',
    Buffer.concat([mp3Of(0), Buffer.from('<html>'.repeat(100))]),
    'audio_unreadable',
  ],
  ['piecePicture', '半张.jpg', jpegWithPlace(1).subarray(0, 300), 'picture_unreadable'],
  [
    'piecePicture',
    '不是图.png',
    Buffer.concat([png.subarray(0, 8), Buffer.alloc(100)]),
    'picture_unreadable',
  ],
  ['piecePicture', '其实是录音.jpg', mp3Of(3), 'file_kind_refused'],
] as const)('refuses to finish %s %s', async (purpose, name, content, code) => {
  const begun = await begin({ purpose, name, size: content.length });
  expect((await put(begun, content)).status).toBe(204);
  expect(await world.refused(writer, 'file.finish', { fileId: begun.fileId })).toBe(code);
});

describe('an upload that is sent once more', () => {
  const roster = Buffer.from('姓名,手机\n江晨,13800000000\n');
  const camera = jpegWithPlace(6);
  const lies = async (object: string) => {
    const content = await world.ports.files.read(world.tenantId, object);
    content?.destroy();
    return content !== null;
  };
  const beginRoster = () =>
    world.ok('organisationOfficer', 'file.begin', {
      purpose: 'roster',
      name: '名册.csv',
      size: roster.length,
    });

  it('after the register of people was read and taken away leaves nothing behind', async () => {
    const begun = await beginRoster();
    await put(begun, roster, 'text/csv');
    await world.ok('organisationOfficer', 'file.finish', { fileId: begun.fileId });
    await world.asActor('organisationOfficer', (context) => spendFile(context, begun.fileId));
    await runTick(world.database.db, world.ports);
    expect(await put(begun, roster, 'text/csv')).toEqual({ status: 403, code: 'file_ticket_invalid' });
    expect(await lies(`${begun.fileId}-sealed`)).toBe(false);
  });

  it('and ends only after its file was taken away leaves nothing behind', async () => {
    const { fileId, ticket } = await beginRoster();
    const slowly = async function* () {
      yield roster.subarray(0, 10);
      await world.asActor('organisationOfficer', (context) => spendFile(context, fileId));
      await runTick(world.database.db, world.ports);
      yield roster.subarray(10);
    };
    await expect(
      receiveFile(world.database.db, world.ports, {
        fileId,
        ticket,
        announcedBytes: roster.length,
        content: Readable.from(slowly()),
      }),
    ).rejects.toMatchObject({ code: 'file_ticket_invalid' });
    expect(await lies(`${fileId}-sealed`)).toBe(false);
  });

  it('after its picture was cleaned does not bring the place back into the store', async () => {
    const begun = await begin({ name: '现场.jpg', size: camera.length });
    await put(begun, camera, 'image/jpeg');
    await world.ok(writer, 'file.finish', { fileId: begun.fileId });
    expect((await put(begun, camera, 'image/jpeg')).status).toBe(204);
    expect(await lies(begun.fileId)).toBe(false);
    expect(await lies(`${begun.fileId}-clean`)).toBe(true);
  });

  it('while its picture is being cleaned does not either', async () => {
    const begun = await begin({ name: '现场.jpg', size: camera.length });
    await put(begun, camera, 'image/jpeg');
    const { fileId, ticket } = begun;
    const slowly = async function* () {
      yield camera.subarray(0, 10);
      // The clean form is there, its row does not say so yet.
      await putAway(world.ports, world.tenantId, fileId, { form: 'clean', content: camera });
      await world.ports.files.remove(world.tenantId, fileId);
      yield camera.subarray(10);
    };
    const announcedBytes = camera.length;
    const content = Readable.from(slowly());
    await receiveFile(world.database.db, world.ports, { fileId, ticket, announcedBytes, content });
    expect(await lies(fileId)).toBe(false);
  });
});

it('takes 120 uploads of one person in an hour and not one more, also at once; others go on', async () => {
  const start = world.clock.now();
  world.clock.set(new Date(start.getTime() + 24 * 3_600_000));
  const text = { purpose: 'text', name: '一.txt', size: 10 } as const;
  const announce = () => world.call('publicityOfficer', 'file.begin', text);
  for (let batch = 0; batch < 11; batch += 1) await Promise.all(Array.from({ length: 10 }, announce));
  const replies = await Promise.all(Array.from({ length: 12 }, announce));
  expect(replies.filter((reply) => reply.ok)).toHaveLength(10);
  expect(await world.refused('publicityOfficer', 'file.begin', text)).toBe('too_many_uploads');
  await world.ok(writer, 'file.begin', text);
  world.clock.set(new Date(world.clock.now().getTime() + 60 * 60_000));
  await world.ok('publicityOfficer', 'file.begin', text);
  world.clock.set(start);
}, 60_000);
