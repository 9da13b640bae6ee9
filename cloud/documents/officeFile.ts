import { DocumentRefused } from './reading';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** OLE: the container of .doc and .xls, and of a .docx or .xlsx with a passphrase. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The stream in which an encrypted Office file lies (MS-OFFCRYPTO 2.3.4.4). */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/** Refuses what is not a zip although its name says .docx or .xlsx: locked, cut to nothing, or something else. */
export function requireZip(content: Uint8Array): void {
  if (beginsWith(content, ZIP)) return;
  if (content.length === 0) throw new DocumentRefused('document_damaged');
  throw new DocumentRefused(isEncryptedPackage(content) ? 'document_locked' : 'document_not_its_name');
}

/** Refuses what is not OLE although its name says .xls. */
export function requireOle(content: Uint8Array): void {
  if (isEncryptedPackage(content)) throw new DocumentRefused('document_locked');
  if (beginsWith(content, OLE)) return;
  throw new DocumentRefused(content.length === 0 ? 'document_damaged' : 'document_not_its_name');
}

function isEncryptedPackage(content: Uint8Array): boolean {
  return beginsWith(content, OLE) && Buffer.from(content).includes(ENCRYPTED_STREAM);
}

function beginsWith(content: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => content[at] === byte);
}
