import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Random } from '../ports/random';

const scryptAsync = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
  options: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer>;

/** OWASP Password Storage Cheat Sheet (2025), scrypt: N=2^15, r=8, p=3 costs 32 MiB. */
const COST = { log2N: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** `scrypt$log2N$r$p$salt$key`: the costs travel with the hash, so that they can be raised later. */
export async function hashPassphrase(passphrase: string, random: Random): Promise<string> {
  const salt = random.bytes(SALT_BYTES);
  const key = await derive(passphrase, salt, COST);
  return ['scrypt', COST.log2N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join(
    '$',
  );
}

/**
 * True when the passphrase made the hash. With null (nobody of that name, or no
 * passphrase set) it works as long and is false, so that time tells nothing.
 */
export async function isPassphraseRight(passphrase: string, hash: string | null): Promise<boolean> {
  const [, log2N, r, p, salt, key] = (hash ?? '').split('$');
  if (!salt || !key) {
    await derive(passphrase, Buffer.alloc(SALT_BYTES), COST);
    return false;
  }
  const made = await derive(passphrase, Buffer.from(salt, 'base64url'), {
    log2N: Number(log2N),
    r: Number(r),
    p: Number(p),
  });
  const stored = Buffer.from(key, 'base64url');
  return made.length === stored.length && timingSafeEqual(made, stored);
}

function derive(passphrase: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return scryptAsync(passphrase.normalize('NFKC'), salt, KEY_BYTES, {
    N: 2 ** cost.log2N,
    r: cost.r,
    p: cost.p,
    maxmem: 64 * 1024 * 1024,
  });
}
