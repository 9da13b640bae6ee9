import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StartError } from './startError';

/** What opens an embedded database; never inside the data folder, so that a copy of the folder opens nothing. */
export interface Secrets {
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  /** The application's keys in the form of the environment variable KEYS: `id:base64`, newest first. */
  readonly keys: string;
}

/** 256 bits, as AES-256 and HMAC-SHA-256 take. */
const KEY_BYTES = 32;

/** The file beside `dataDir` that holds its secrets: `.data` -> `.data.keys`. */
export function secretsFile(dataDir: string): string {
  return `${resolve(dataDir)}.keys`;
}

/**
 * Reads the secrets that belong to `dataDir`; makes them (file mode 0600) when there are none and `mayCreate`.
 *
 * Two processes at once get the same secrets. Throws StartError `keys_missing` when they may not be made (there is
 * data already), `keys_unreadable` when the file is not one of ours.
 */
export function readSecrets(dataDir: string, mayCreate: boolean): Secrets {
  const file = secretsFile(dataDir);
  if (!existsSync(file)) {
    if (!mayCreate) throw new StartError('keys_missing', file);
    create(file);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
    chmodSync(file, 0o600);
  } catch (cause) {
    throw new StartError('keys_unreadable', file, { cause });
  }
  if (!isSecrets(parsed)) throw new StartError('keys_unreadable', file);
  return parsed;
}

function create(file: string): void {
  const secrets: Secrets = {
    superuserPassword: randomBytes(KEY_BYTES).toString('base64url'),
    ownerPassword: randomBytes(KEY_BYTES).toString('base64url'),
    appPassword: randomBytes(KEY_BYTES).toString('base64url'),
    keys: `k${randomBytes(4).toString('hex')}:${randomBytes(KEY_BYTES).toString('base64')}`,
  };
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    // A hard link appears whole or not at all, and fails when another process was first: then its secrets count.
    linkSync(draft, file);
  } catch (cause) {
    if (existsSync(file)) return;
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartError(code === 'ENOSPC' ? 'disk_full' : 'data_not_writable', file, { cause });
  } finally {
    rmSync(draft, { force: true });
  }
}

function isSecrets(value: unknown): value is Secrets {
  if (typeof value !== 'object' || value === null) return false;
  const names = ['superuserPassword', 'ownerPassword', 'appPassword', 'keys'];
  return names.every((name) => name in value && typeof value[name as keyof typeof value] === 'string');
}
