import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `postmaster.pid` in the database's folder says about the process that owns it. */
export interface PidFile {
  readonly pid: number;
  /** Missing in the first moments of a start. */
  readonly port: number | undefined;
  readonly isReady: boolean;
}

/** The lines of postmaster.pid, from 0 (PostgreSQL, src/include/utils/pidfile.h). */
const LINE_PID = 0;
const LINE_PORT = 3;
const LINE_STATUS = 7;

/** Where the database in `folder` keeps its lock file. */
export function pidFilePath(folder: string): string {
  return join(folder, 'postmaster.pid');
}

/** Reads the lock file; undefined when there is none or it is empty. */
export function readPidFile(folder: string): PidFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFilePath(folder), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  // A stand-alone backend writes its number with a minus sign.
  const pid = Math.abs(Number.parseInt(lines[LINE_PID] ?? '', 10));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  const port = Number.parseInt(lines[LINE_PORT] ?? '', 10);
  return {
    pid,
    port: Number.isInteger(port) && port > 0 ? port : undefined,
    isReady: lines[LINE_STATUS]?.trim() === 'ready',
  };
}

/** Whether process `pid` still runs. A zombie does not: it only waits for its parent to look. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !processState(pid).startsWith('Z');
}

/** Whether process `pid` is a PostgreSQL on `folder`; true as well when its command cannot be seen. */
export function isPostgresOn(folder: string, pid: number): boolean {
  const command = processCommand(pid);
  return command === undefined || (/postgres(\.exe)?( |$)/.test(command) && command.includes(folder));
}

function processState(pid: number): string {
  if (process.platform === 'win32') return '';
  if (process.platform === 'linux') {
    try {
      // "pid (name) state …"; the name may hold any character, so count from its last bracket.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2);
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

function processCommand(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.platform === 'linux') {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return command === '' ? undefined : command;
    } catch {
      return undefined;
    }
  }
  const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim();
  return command === '' ? undefined : command;
}
