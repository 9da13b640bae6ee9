import { timingSafeEqual } from 'node:crypto';
import type { Keyring } from '../ports/keyring';

/** To what a link leads: one thing of one bureau. */
export interface LinkTarget {
  tenantId: string;
  kind: 'piece';
  id: string;
}

/** Half of HMAC-SHA-256: nobody guesses 128 bits, and the picture with the code stays coarse enough to be scanned from a screen. */
const MAC_BYTES = 16;

/** What the first byte says; a link made by a newer program is none for an older one. */
const KINDS = { piece: 1 } as const;

/**
 * A link that only this deployment can have written, the same each time (66 characters): a card in a group carries it.
 * It opens nothing by itself and has no end: whoever follows it must be let in and allowed to read.
 */
export function writeLink(keyring: Keyring, { tenantId, kind, id }: LinkTarget): string {
  const body = Buffer.concat([Buffer.from([KINDS[kind]]), bytesOf(tenantId), bytesOf(id)]);
  const mac = keyring.mac('link', body.toString('base64url')).subarray(0, MAC_BYTES);
  return Buffer.concat([body, mac]).toString('base64url');
}

/** Reads a link; null when it is not ours, of another kind, or changed on the way. */
export function readLink(keyring: Keyring, text: string): LinkTarget | null {
  const bytes = Buffer.from(text, 'base64url');
  const body = bytes.subarray(0, 33);
  const mac = bytes.subarray(33);
  if (bytes[0] !== KINDS.piece || mac.length !== MAC_BYTES) return null;
  const isOurs = keyring
    .macs('link', body.toString('base64url'))
    .some((expected) => timingSafeEqual(expected.subarray(0, MAC_BYTES), mac));
  return isOurs
    ? { kind: 'piece', tenantId: uuidOf(body.subarray(1, 17)), id: uuidOf(body.subarray(17)) }
    : null;
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
