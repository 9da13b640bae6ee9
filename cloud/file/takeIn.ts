import { Readable } from 'node:stream';
import {
  type FileForm,
  type FilePurpose,
  formOf,
  MAX_FILE_BYTES,
  objectName,
} from '../../src/domain/file/fileKinds';
import type { Ports } from '../ports/ports';
import { openContent, sealContent } from './sealedContent';

/** What an encrypted file is longer than its content, at most: key id (20 and its length), nonce, tag. */
const SEAL_BYTES = 64;

/** Content as it lies in the store, opened when it is encrypted. */
export interface TakenIn {
  form: FileForm;
  content: Buffer;
}

/** The form in which an upload arrives: a register of people is never written to disk in the open. */
export function arrivalForm(purpose: FilePurpose): FileForm {
  return formOf(purpose) === 'sealed' ? 'sealed' : 'plain';
}

/** Writes content into the store in the given form; what lies there already stays. */
export async function putAway(
  ports: Ports,
  tenantId: string,
  fileId: string,
  { form, content }: TakenIn,
): Promise<void> {
  const bytes = form === 'sealed' ? sealContent(ports.keyring, tenantId, fileId, content) : content;
  await ports.files.write(
    tenantId,
    objectName(fileId, form),
    Readable.from([bytes], { objectMode: false }),
    MAX_FILE_BYTES + SEAL_BYTES,
  );
}

/** A file's content in one form, or null when there is none. */
export async function readContent(
  ports: Ports,
  tenantId: string,
  fileId: string,
  form: FileForm,
): Promise<Buffer | null> {
  const stream = await ports.files.read(tenantId, objectName(fileId, form));
  if (!stream) return null;
  const bytes = Buffer.concat((await stream.toArray()) as Buffer[]);
  return form === 'sealed' ? openContent(ports.keyring, tenantId, fileId, bytes) : bytes;
}

/**
 * What has arrived under a file's id, in whatever form it lies: finished already, received by us, or put into cloud
 * storage by the client, from where it moves to its place. Null when nothing has arrived. Needs no row and asks no
 * permission: for `prepare`, whose caller's right is judged afterwards, before anything of it is told.
 */
export async function takeIn(ports: Ports, tenantId: string, fileId: string): Promise<TakenIn | null> {
  for (const form of ['clean', 'sealed', 'plain'] as const) {
    const content = await readContent(ports, tenantId, fileId, form);
    if (content) return { form, content };
  }
  const { direct } = ports.files;
  if (!direct) return null;
  for (const form of ['sealed', 'plain'] as const) {
    const object = objectName(fileId, form);
    const content = await direct.collect(tenantId, object, MAX_FILE_BYTES);
    if (!content) continue;
    await putAway(ports, tenantId, fileId, { form, content });
    await direct.discard(tenantId, object);
    return { form, content };
  }
  return null;
}
