import { createHmac } from 'node:crypto';

/** 64 bits: enough to tell keys apart, and nothing about a random key of 256 bits. */
const FINGERPRINT_HEX_DIGITS = 16;

/** One fingerprint per key of `keys` (`id:base64,…`), in order; a backup names by them the keys that open it. */
export function keyFingerprints(keys: string): string[] {
  return keys
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const secret = Buffer.from(entry.slice(entry.indexOf(':') + 1), 'base64');
      const digest = createHmac('sha256', secret).update('morning-study backup fingerprint').digest('hex');
      return digest.slice(0, FINGERPRINT_HEX_DIGITS);
    });
}
