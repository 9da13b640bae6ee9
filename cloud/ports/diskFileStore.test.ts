import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { keepsTheFileStoreContract } from '../testing/fileStoreContract';
import { diskFileStore } from './diskFileStore';
import type { FileStore } from './fileStore';

let folder: string;
let store: FileStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'morning-study-store-'));
  store = diskFileStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

keepsTheFileStoreContract(() => store);

const text = (content: string) => Readable.from([Buffer.from(content)]);

function filesOnDisk(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}

it('leaves no half-written file behind', async () => {
  await store.write('tenant', 'fits', text('12345'), 5);
  await expect(store.write('tenant', 'large', text('123456'), 5)).rejects.toThrow();
  expect(filesOnDisk()).toHaveLength(1);
});

it('writes an object once, also when two arrive together', async () => {
  const both = await Promise.all([
    store.write('tenant', 'file', text('first'), 100),
    store.write('tenant', 'file', text('other'), 100),
  ]);
  expect(both[0]).toEqual(both[1]);
  expect(filesOnDisk()).toHaveLength(1);
});

it('puts nothing of an id into its paths', async () => {
  await store.write('tenant', '../../escape', text('a'), 100);
  for (const name of filesOnDisk()) expect(name).toMatch(/^[0-9a-f]{2}[\\/][0-9a-f]{64}$/);
});
