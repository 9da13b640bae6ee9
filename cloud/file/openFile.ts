import { objectName } from '../../src/domain/file/fileKinds';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { readTicket, TICKET_MINUTES } from './fileTicket';

/**
 * Where a file can be read with a ticket: in cloud storage for as long as a ticket lasts, else at our own server. The
 * ticket is the permission, given by whatever may be read with the file; one of another bureau opens nothing.
 */
export const openFile = memberUseCase('file.open')({
  policy: anyMember,
  prepare: async (ports, { fileId, ticket: text }, actor) => {
    const ticket = readTicket(ports.keyring, text, { may: 'get', fileId, now: ports.clock.now() });
    if (!ticket || ticket.tenantId !== actor.tenantId || ticket.form === 'sealed') return null;
    const { direct } = ports.files;
    if (!direct) return `/files/${fileId}?ticket=${encodeURIComponent(text)}`;
    return direct.addressOf(ticket.tenantId, objectName(fileId, ticket.form), TICKET_MINUTES * 60);
  },
  run: async (_context, _input, _subject, url) => {
    if (url === null) throw new AppError('file_ticket_invalid');
    return { url };
  },
});
