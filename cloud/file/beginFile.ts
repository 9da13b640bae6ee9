import { judgeAnnounced } from '../../src/domain/file/fileKinds';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { mayUpload } from '../policies/file';
import { insertFile } from './fileRepository';
import { TICKET_MINUTES, writeTicket } from './fileTicket';

/** Announces an upload: its size and kind are judged before a byte travels; the ticket opens this one object for ten minutes. */
export const beginFile = memberUseCase('file.begin')({
  policy: mayUpload,
  run: async ({ trx, actor, now, newId, ports }, { purpose, name, size }) => {
    const judged = judgeAnnounced(purpose, name, size);
    if (judged !== 'fine') throw new AppError(judged === 'tooLarge' ? 'file_too_large' : 'file_kind_refused');
    const fileId = newId();
    const { tenantId, memberId } = actor;
    await insertFile(
      trx,
      tenantId,
      { id: fileId, ownerId: memberId, purpose, name, declaredSize: size },
      now,
    );
    const until = new Date(now.getTime() + TICKET_MINUTES * 60_000);
    return {
      fileId,
      ticket: writeTicket(ports.keyring, { may: 'put', tenantId, fileId, size, until }),
      uploadTo: `/files/${fileId}`,
      until: until.toISOString(),
    };
  },
  auditSubject: (_input, { fileId }) => ({ kind: 'file', id: fileId }),
});
