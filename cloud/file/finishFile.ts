import { recogniseFile } from '../../src/domain/file/fileKinds';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { isOwnFile } from '../policies/file';
import { anyMember } from '../policies/membership';
import { findFile, markFileReady } from './fileRepository';
import { TICKET_MINUTES, writeTicket } from './fileTicket';

/** Ends an upload: the content is all there and is what its name says. Finishing twice is fine. */
export const finishFile = memberUseCase('file.finish')({
  policy: anyMember,
  // Objects are written once, so what is looked at here is what stays.
  prepare: (ports, { fileId }, actor) => ports.files.inspect(actor.tenantId, fileId),
  subject: ({ trx, actor }, { fileId }) => findFile(trx, actor.tenantId, fileId, { lock: true }),
  subjectPolicy: (actor, file) => isOwnFile(actor, file),
  run: async ({ trx, actor, now, ports }, { fileId }, file, stored) => {
    if (!stored || stored.size !== file.declaredSize) throw new AppError('file_not_uploaded');
    const mediaType = recogniseFile(file.name, stored.head);
    if (mediaType === null) throw new AppError('file_kind_refused');
    const { size, sha256 } = stored;
    if (!file.isReady) await markFileReady(trx, actor.tenantId, fileId, { size, mediaType, sha256 });
    const until = new Date(now.getTime() + TICKET_MINUTES * 60_000);
    const ticket = writeTicket(ports.keyring, { may: 'get', tenantId: actor.tenantId, fileId, size, until });
    return { fileId, size, mediaType, readFrom: `/files/${fileId}?ticket=${ticket}` };
  },
  auditSubject: ({ fileId }) => ({ kind: 'file', id: fileId }),
});
