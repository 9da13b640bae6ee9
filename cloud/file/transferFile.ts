import type { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import { type FileForm, objectName } from '../../src/domain/file/fileKinds';
import { AppError } from '../appError';
import type { Tables } from '../database/tables';
import { inTenant } from '../database/tenantTransaction';
import type { ByteRange } from '../ports/fileStore';
import type { Ports } from '../ports/ports';
import { findFile } from './fileRepository';
import { type FileTicket, readTicket } from './fileTicket';
import { putAway } from './takeIn';

/**
 * Takes the content of an upload that `file.begin` announced. Throws `file_ticket_invalid`, or `file_not_uploaded`
 * when it is not `announcedBytes` long or the connection breaks; then nothing is kept and the same ticket may be
 * tried again. Sending again what is there already is fine and changes nothing; of what has been read and taken away,
 * or cleaned, nothing comes back, however late a copy of the upload arrives.
 */
export async function receiveFile(
  db: Kysely<Tables>,
  ports: Ports,
  request: { fileId: string; ticket: string; announcedBytes: number | null; content: Readable },
): Promise<void> {
  const { fileId, content } = request;
  const ticket = readTicket(ports.keyring, request.ticket, { may: 'put', fileId, now: ports.clock.now() });
  if (!ticket) throw new AppError('file_ticket_invalid');
  if (request.announcedBytes !== ticket.size)
    throw new AppError('file_not_uploaded', 'another size than announced');
  const before = await fileOf(db, ticket);
  if (!before) throw new AppError('file_ticket_invalid', 'the file is gone');
  if (before.isReady) {
    content.resume();
    return;
  }
  try {
    if (ticket.form === 'sealed') await receiveSealed(ports, ticket, content);
    else await ports.files.write(ticket.tenantId, fileId, content, ticket.size);
  } catch (error) {
    if (content.errored) throw new AppError('file_not_uploaded', 'the connection broke');
    throw error;
  }
  await removeLatecomer(db, ports, ticket, before.form);
}

const fileOf = (db: Kysely<Tables>, { tenantId, fileId }: FileTicket) =>
  inTenant(db, tenantId, (trx) => findFile(trx, tenantId, fileId));

/**
 * What was written after its file had gone, or after its clean form was there, goes again: whoever took the file away
 * (`spendFile`, `lookInto`) may have looked at the store before this upload was in it.
 */
async function removeLatecomer(
  db: Kysely<Tables>,
  ports: Ports,
  ticket: FileTicket,
  form: FileForm,
): Promise<void> {
  const { tenantId, fileId } = ticket;
  const remove = () => ports.files.remove(tenantId, objectName(fileId, ticket.form));
  if (!(await fileOf(db, ticket))) {
    await remove();
    throw new AppError('file_ticket_invalid', 'the file is gone');
  }
  if (form !== 'clean') return;
  const clean = await ports.files.read(tenantId, objectName(fileId, form));
  clean?.destroy();
  if (clean) await remove();
}

/** What must not lie in the open is gathered first and written encrypted. */
async function receiveSealed(ports: Ports, { tenantId, fileId, size }: FileTicket, content: Readable) {
  const chunks: Buffer[] = [];
  let received = 0;
  for await (const chunk of content) {
    received += (chunk as Buffer).length;
    if (received > size) throw new AppError('file_too_large');
    chunks.push(chunk as Buffer);
  }
  if (received !== size) throw new AppError('file_not_uploaded', 'the connection broke');
  await putAway(ports, tenantId, fileId, { form: 'sealed', content: Buffer.concat(chunks) });
}

/** What leaves: the content, or the part of it that was asked for, with the name and kind it was finished with. */
export interface OutgoingFile {
  name: string;
  mediaType: string;
  /** Bytes of the whole. */
  size: number;
  range: ByteRange | null;
  content: Readable;
}

/**
 * Hands out a finished file for a ticket. Throws `file_ticket_invalid` or `not_found`. `range` is the header of that
 * name: players ask for parts (Safari plays nothing without); one that cannot be given is given the whole.
 */
export async function handOutFile(
  db: Kysely<Tables>,
  ports: Ports,
  request: { fileId: string; ticket: string; range?: string | undefined },
): Promise<OutgoingFile> {
  const { fileId } = request;
  const ticket = readTicket(ports.keyring, request.ticket, { may: 'get', fileId, now: ports.clock.now() });
  if (!ticket || ticket.form === 'sealed') throw new AppError('file_ticket_invalid');
  const file = await inTenant(db, ticket.tenantId, (trx) => findFile(trx, ticket.tenantId, fileId));
  if (!file?.isReady || file.mediaType === null || file.size === null) throw new AppError('not_found');
  const range = rangeOf(request.range, file.size);
  const content = await ports.files.read(
    ticket.tenantId,
    objectName(fileId, ticket.form),
    range ?? undefined,
  );
  if (!content) throw new AppError('not_found', 'the object is gone');
  return { name: file.name, mediaType: file.mediaType, size: file.size, range, content };
}

/** One range of a Range header (RFC 9110 14.1.2), or null: none, several, or not within the content. */
function rangeOf(header: string | undefined, size: number): ByteRange | null {
  const [, first, last] = /^bytes=(\d{0,10})-(\d{0,10})$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end ? { start, end } : null;
}
