import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../database/embedded/pidFile';
import { HASH_FILE, sourceHash } from '../sourceHash';

/** How often to look whether another process has finished its build. */
const POLL_MS = 500;

/**
 * Makes sure that `dist/h5` below `root` is built from the sources as they are, and returns its folder. Two processes
 * at once: one builds, the other waits. Rejects when the build fails; its output has been printed then.
 */
export async function ensureH5Build(root: string, say: (line: string) => void): Promise<string> {
  const folder = join(root, 'dist', 'h5');
  // npm run dev serves its pages itself: any build will do.
  if (process.env.KEEP_H5 === '1' && existsSync(join(folder, 'index.html'))) return folder;
  if (isFresh(root, folder)) return folder;
  const release = await takeBuildLock(join(root, 'dist'));
  try {
    if (isFresh(root, folder)) return folder;
    say('正在构建页面，第一次约需一分钟……');
    await build(root);
    return folder;
  } finally {
    release();
  }
}

function isFresh(root: string, folder: string): boolean {
  return readText(join(folder, HASH_FILE)) === sourceHash(root);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/** A file that names the building process; one whose process is gone counts as none. */
async function takeBuildLock(dist: string): Promise<() => void> {
  mkdirSync(dist, { recursive: true });
  const lock = join(dist, '.building-h5.pid');
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(readText(lock));
    if (Number.isInteger(holder) && holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
    await sleep(POLL_MS);
  }
}

/** In a process of its own: Taro keeps hundreds of megabytes that a server has no use for. */
function build(root: string): Promise<void> {
  const script = join(root, 'cloud', 'commands', 'buildClient.ts');
  return new Promise((resolve, reject) => {
    // A group of its own, so that nothing of it goes on building when this process ends.
    const detached = process.platform !== 'win32';
    const child = spawn(process.execPath, ['--import', 'tsx', script, 'h5'], {
      cwd: root,
      detached,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const abandon = () => {
      if (child.pid !== undefined) process.kill(detached ? -child.pid : child.pid);
    };
    process.once('exit', abandon);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('exit', abandon);
      if (code === 0) resolve();
      else reject(new Error('页面没有构建成功，原因见上面的输出'));
    });
  });
}
