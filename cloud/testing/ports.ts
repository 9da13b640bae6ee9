import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock } from '../ports/clock';
import { parseKeys } from '../ports/keyring';
import { type Log, silentLog } from '../ports/log';
import type { Ports } from '../ports/ports';
import { systemRandom } from '../ports/random';
import { playedFiles, playedWeixin } from './playedPorts';

/**
 * Real keys, real files in a temporary folder (with those of `filesFrom` in it), WeChat played, and a clock that stands
 * still at `now`.
 */
export function createTestPorts(
  now: string,
  log: Log = silentLog,
  filesFrom?: string,
): { ports: Ports; clock: ReturnType<typeof fixedClock>; filesFolder: string; close(): void } {
  const clock = fixedClock(now);
  const folder = mkdtempSync(join(tmpdir(), 'morning-study-files-'));
  if (filesFrom !== undefined) cpSync(filesFrom, folder, { recursive: true });
  return {
    clock,
    filesFolder: folder,
    ports: {
      clock,
      random: systemRandom,
      log,
      keyring: parseKeys(`test:${Buffer.alloc(32, 7).toString('base64')}`),
      weixin: playedWeixin(),
      files: playedFiles(folder),
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
