import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { diskFileStore } from './diskFileStore';
import type { FileStore } from './fileStore';

let folder: string;
let store: FileStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'morning-study-store-'));
  store = diskFileStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (content: string) => Readable.from([Buffer.from(content)]);

function filesOnDisk(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}

async function contentOf(tenantId: string, fileId: string): Promise<string | null> {
  const content = await store.read(tenantId, fileId);
  if (!content) return null;
  return Buffer.concat((await content.toArray()) as Buffer[]).toString();
}

it('keeps what was written, and says what it is', async () => {
  const stored = await store.write(
    'tenant',
    'file',
    Readable.from([Buffer.from('晨学'), Buffer.from('三分钟')]),
    100,
  );
  expect(stored).toEqual({
    size: 15,
    sha256: createHash('sha256').update('晨学三分钟').digest('hex'),
    head: Buffer.from('晨学三分钟'),
  });
  expect(await store.inspect('tenant', 'file')).toEqual(stored);
  expect(await contentOf('tenant', 'file')).toBe('晨学三分钟');
});

it('shows of a large object its first bytes only', async () => {
  const stored = await store.write(
    'tenant',
    'file',
    Readable.from([Buffer.alloc(5_000, 1), Buffer.alloc(5_000, 2)]),
    10_000,
  );
  expect([stored.size, stored.head.length, stored.head[8_191]]).toEqual([10_000, 8_192, 2]);
});

it('takes exactly the limit and keeps nothing of what is larger', async () => {
  expect((await store.write('tenant', 'fits', text('12345'), 5)).size).toBe(5);
  await expect(store.write('tenant', 'large', text('123456'), 5)).rejects.toMatchObject({
    code: 'file_too_large',
  });
  expect(await store.inspect('tenant', 'large')).toBeNull();
  expect(filesOnDisk()).toHaveLength(1);
});

it('keeps nothing of an upload that breaks off', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('connection reset');
    })(),
  );
  await expect(store.write('tenant', 'file', broken, 100)).rejects.toThrow('connection reset');
  expect(filesOnDisk()).toEqual([]);
  await store.write('tenant', 'file', text('whole'), 100);
  expect(await contentOf('tenant', 'file')).toBe('whole');
});

it('writes an object once, also when two arrive together', async () => {
  const both = await Promise.all([
    store.write('tenant', 'file', text('first'), 100),
    store.write('tenant', 'file', text('other'), 100),
  ]);
  expect(both[0]).toEqual(both[1]);
  const kept = await contentOf('tenant', 'file');
  await store.write('tenant', 'file', text('later'), 100);
  expect(await contentOf('tenant', 'file')).toBe(kept);
  expect(filesOnDisk()).toHaveLength(1);
});

it('keeps tenants apart and nothing of an id in the paths', async () => {
  await store.write('tenant', '../../escape', text('a'), 100);
  await store.write('other', '../../escape', text('b'), 100);
  expect(await contentOf('tenant', '../../escape')).toBe('a');
  expect(await contentOf('other', '../../escape')).toBe('b');
  for (const name of filesOnDisk()) expect(name).toMatch(/^[0-9a-f]{2}[\\/][0-9a-f]{64}$/);
});

it('has nothing where nothing was written, and removes twice', async () => {
  expect(await store.inspect('tenant', 'none')).toBeNull();
  expect(await store.read('tenant', 'none')).toBeNull();
  await store.write('tenant', 'file', text('a'), 100);
  await store.remove('tenant', 'file');
  await store.remove('tenant', 'file');
  expect(await store.read('tenant', 'file')).toBeNull();
});
