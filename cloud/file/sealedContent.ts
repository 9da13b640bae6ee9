import type { Keyring } from '../ports/keyring';

/** Encrypts a whole file for its place: content moved under another file's id does not open. */
export function sealContent(keyring: Keyring, tenantId: string, fileId: string, plain: Buffer): Buffer {
  return keyring.sealBytes(plain, placeOf(tenantId, fileId));
}

/** Opens what `sealContent` made. Throws when it is not ours or was changed. */
export function openContent(keyring: Keyring, tenantId: string, fileId: string, sealed: Buffer): Buffer {
  return keyring.openBytes(sealed, placeOf(tenantId, fileId));
}

function placeOf(tenantId: string, fileId: string) {
  return { tenantId, table: 'file', column: 'content', rowId: fileId };
}
