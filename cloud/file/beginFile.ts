import { formOf, judgeAnnounced, objectName } from '../../src/domain/file/fileKinds';
import { AppError } from '../appError';
import { takeTry } from '../identity/tries';
import { memberUseCase } from '../operation';
import { mayUpload } from '../policies/file';
import { insertFile } from './fileRepository';
import { ticketEnd, writeTicket } from './fileTicket';
import { arrivalForm } from './takeIn';

/** A piece shows up to 60 pictures: enough for two of them in an hour, not enough to fill a disk (2.4 GB). */
const UPLOADS = { limit: 120, windowMinutes: 60 };

/**
 * Announces an upload: its size and kind are judged before a byte travels; the ticket opens this one object for ten
 * minutes. `uploadTo` is a path of this server for a PUT, or where there is cloud storage the path in it (`direct`).
 */
export const beginFile = memberUseCase('file.begin')({
  policy: mayUpload,
  run: async ({ trx, actor, now, newId, ports }, { purpose, name, size }) => {
    const judged = judgeAnnounced(purpose, name, size);
    if (judged !== 'fine') throw new AppError(judged === 'tooLarge' ? 'file_too_large' : 'file_kind_refused');
    const fileId = newId();
    const { tenantId, memberId } = actor;
    // Each may be 20 MB, and a started upload lies for a day.
    if (!(await takeTry(trx, ports, ['upload', tenantId, memberId], UPLOADS)))
      throw new AppError('too_many_uploads');
    const kept = { id: fileId, ownerId: memberId, purpose, name, declaredSize: size, form: formOf(purpose) };
    await insertFile(trx, tenantId, kept, now);
    const form = arrivalForm(purpose);
    const until = ticketEnd(now);
    const direct = ports.files.direct;
    return {
      fileId,
      ticket: writeTicket(ports.keyring, { may: 'put', tenantId, fileId, size, until, form }),
      uploadTo: direct ? direct.uploadPath(tenantId, objectName(fileId, form)) : `/files/${fileId}`,
      direct: direct !== null,
      until: until.toISOString(),
    };
  },
  auditSubject: (_input, { fileId }) => ({ kind: 'file', id: fileId }),
});
