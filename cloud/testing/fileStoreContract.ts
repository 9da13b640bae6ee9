import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileStore } from '../ports/fileStore';

const text = (content: string) => Readable.from([Buffer.from(content)]);

/** What every file store keeps to, whatever it is made of; `store` gives a fresh one for each test. */
export function keepsTheFileStoreContract(store: () => FileStore): void {
  async function contentOf(tenantId: string, object: string, range?: { start: number; end: number }) {
    const content = await store().read(tenantId, object, range);
    if (!content) return null;
    return Buffer.concat((await content.toArray()).map((chunk) => Buffer.from(chunk))).toString();
  }

  it('keeps what was written, and says what it is', async () => {
    const stored = await store().write(
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
    expect(await store().inspect('tenant', 'file')).toEqual(stored);
    expect(await contentOf('tenant', 'file')).toBe('晨学三分钟');
  });

  it('gives a part, both ends included', async () => {
    await store().write('tenant', 'file', text('0123456789'), 100);
    expect(await contentOf('tenant', 'file', { start: 2, end: 4 })).toBe('234');
    expect(await contentOf('tenant', 'file', { start: 9, end: 9 })).toBe('9');
  });

  it('shows of a large object its first bytes only', async () => {
    const stored = await store().write(
      'tenant',
      'file',
      Readable.from([Buffer.alloc(5_000, 1), Buffer.alloc(5_000, 2)]),
      10_000,
    );
    expect([stored.size, stored.head.length, stored.head[8_191]]).toEqual([10_000, 8_192, 2]);
  });

  it('takes exactly the limit and keeps nothing of what is larger', async () => {
    expect((await store().write('tenant', 'fits', text('12345'), 5)).size).toBe(5);
    await expect(store().write('tenant', 'large', text('123456'), 5)).rejects.toMatchObject({
      code: 'file_too_large',
    });
    expect(await store().inspect('tenant', 'large')).toBeNull();
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('connection reset');
      })(),
    );
    await expect(store().write('tenant', 'file', broken, 100)).rejects.toThrow('connection reset');
    expect(await store().inspect('tenant', 'file')).toBeNull();
    await store().write('tenant', 'file', text('whole'), 100);
    expect(await contentOf('tenant', 'file')).toBe('whole');
  });

  it('writes an object once: a later writing leaves the first and says so', async () => {
    const first = await store().write('tenant', 'file', text('first'), 100);
    expect(await store().write('tenant', 'file', text('later'), 100)).toEqual(first);
    expect(await contentOf('tenant', 'file')).toBe('first');
  });

  it('keeps tenants and forms apart', async () => {
    await store().write('tenant', '../../escape', text('a'), 100);
    await store().write('other', '../../escape', text('b'), 100);
    await store().write('tenant', '../../escape-clean', text('c'), 100);
    expect(await contentOf('tenant', '../../escape')).toBe('a');
    expect(await contentOf('other', '../../escape')).toBe('b');
    expect(await contentOf('tenant', '../../escape-clean')).toBe('c');
  });

  it('has nothing where nothing was written, and removes twice', async () => {
    expect(await store().inspect('tenant', 'none')).toBeNull();
    expect(await store().read('tenant', 'none')).toBeNull();
    await store().write('tenant', 'file', text('a'), 100);
    await store().remove('tenant', 'file');
    await store().remove('tenant', 'file');
    expect(await store().read('tenant', 'file')).toBeNull();
  });
}
