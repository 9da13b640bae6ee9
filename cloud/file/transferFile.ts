import type { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import { AppError } from '../appError';
import type { Tables } from '../database/tables';
import { inTenant } from '../database/tenantTransaction';
import type { Ports } from '../ports/ports';
import { findFile } from './fileRepository';
import { readTicket } from './fileTicket';

/**
 * Takes the content of an upload that `file.begin` announced. Throws `file_ticket_invalid`, or `file_not_uploaded`
 * when it is not `announcedBytes` long or the connection breaks; then nothing is kept and the same ticket may be
 * tried again. Sending again what is there already is fine and changes nothing.
 */
export async function receiveFile(
  ports: Ports,
  request: { fileId: string; ticket: string; announcedBytes: number | null; content: Readable },
): Promise<void> {
  const { fileId, content } = request;
  const ticket = readTicket(ports.keyring, request.ticket, { may: 'put', fileId, now: ports.clock.now() });
  if (!ticket) throw new AppError('file_ticket_invalid');
  if (request.announcedBytes !== ticket.size)
    throw new AppError('file_not_uploaded', 'another size than announced');
  try {
    await ports.files.write(ticket.tenantId, fileId, content, ticket.size);
  } catch (error) {
    if (content.errored) throw new AppError('file_not_uploaded', 'the connection broke');
    throw error;
  }
}

/** What leaves: the content with the name and kind it was finished with. */
export interface OutgoingFile {
  name: string;
  mediaType: string;
  content: Readable;
}

/** Hands out a finished file for a ticket. Throws `file_ticket_invalid` or `not_found`. */
export async function handOutFile(
  db: Kysely<Tables>,
  ports: Ports,
  request: { fileId: string; ticket: string },
): Promise<OutgoingFile> {
  const { fileId } = request;
  const ticket = readTicket(ports.keyring, request.ticket, { may: 'get', fileId, now: ports.clock.now() });
  if (!ticket) throw new AppError('file_ticket_invalid');
  const file = await inTenant(db, ticket.tenantId, (trx) => findFile(trx, ticket.tenantId, fileId));
  if (!file?.isReady || file.mediaType === null) throw new AppError('not_found');
  const content = await ports.files.read(ticket.tenantId, fileId);
  if (!content) throw new AppError('not_found', 'the object is gone');
  return { name: file.name, mediaType: file.mediaType, content };
}
