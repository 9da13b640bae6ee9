import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, link, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '../appError';
import type { ByteRange, FileStore, StoredFile } from './fileStore';
import { observe } from './observeContent';

/**
 * Objects as files in `folder`, which several processes may share. A name is the hash of tenant and id, so nothing of
 * a caller reaches the disk's paths. An object appears whole or not at all (written aside, flushed, then linked).
 */
export function diskFileStore(folder: string): FileStore {
  const pathOf = (tenantId: string, object: string) => {
    const name = createHash('sha256').update(`${tenantId}/${object}`).digest('hex');
    // 256 folders keep each of them small.
    return join(folder, name.slice(0, 2), name);
  };
  const inspect: FileStore['inspect'] = async (tenantId, object) => {
    const content = await openObject(pathOf(tenantId, object));
    if (!content) return null;
    const seen = observe();
    for await (const chunk of content) seen.take(chunk as Buffer);
    return seen.result();
  };
  return {
    inspect,
    write: async (tenantId, object, content, maxBytes) => {
      const path = pathOf(tenantId, object);
      const draft = `${path}.${randomBytes(8).toString('hex')}.part`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        const stored = await writeDraft(draft, content, maxBytes);
        // A link, unlike a rename, never replaces what is there.
        await link(draft, path);
        await flushFolder(dirname(path));
        return stored;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const first = await inspect(tenantId, object);
        if (!first) throw error;
        return first;
      } finally {
        await rm(draft, { force: true });
      }
    },
    read: (tenantId, object, range) => openObject(pathOf(tenantId, object), range),
    remove: (tenantId, object) => rm(pathOf(tenantId, object), { force: true }),
    direct: null,
  };
}

async function writeDraft(path: string, content: Readable, maxBytes: number): Promise<StoredFile> {
  const file = await open(path, 'wx', 0o600);
  try {
    const seen = observe();
    for await (const chunk of content) {
      seen.take(chunk as Buffer);
      if (seen.size() > maxBytes) throw new AppError('file_too_large');
      await writeAll(file, chunk as Buffer);
    }
    await file.sync();
    return seen.result();
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    written += (await file.write(chunk, written)).bytesWritten;
  }
}

/** The new name is in the folder, and a folder has to be flushed like a file (fsync(2)). */
async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openObject(path: string, range?: ByteRange): Promise<Readable | null> {
  try {
    const file = await open(path, 'r');
    return createReadStream('', { fd: file, ...range });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
