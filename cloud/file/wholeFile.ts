import { type FilePurpose, formOf } from '../../src/domain/file/fileKinds';
import type { Actor } from '../actor';
import type { Transaction } from '../database/tenantTransaction';
import { type EnqueueContext, enqueue } from '../outbox/enqueue';
import type { Ports } from '../ports/ports';
import { deleteFile, type FileRecord, findFile } from './fileRepository';
import { readContent } from './takeIn';

/** What use cases read whole: everything that is neither picture nor recording. */
type ReadPurpose = Exclude<FilePurpose, 'pieceAudio' | 'piecePicture'>;

/*
 * How a use case works with an uploaded file, so that nothing outside is asked inside a transaction:
 *
 *   prepare:       readWholeFile(ports, actor, fileId, 'roster'), and decode it. Whose file it is has not been judged
 *                  yet, so nothing about it may be told: give back a value (null, a refusal's code), do not throw.
 *                  The file may also be gone, because this very mutation has read it before: null is no error here.
 *   subject:       claimOwnFile(context, fileId, 'roster'): null, that is `not_found`, for whatever is not the
 *                  actor's own finished file of that purpose. A repeated mutation never comes this far.
 *   run:           what prepare found (throw its refusals now), then spendFile(context, fileId) in the same
 *                  transaction: the row goes at once, the object right after the commit.
 */

/** In `prepare`: a file's content, decrypted; null when there is none. `file.finish` has looked at its kind and size. */
export function readWholeFile(
  ports: Ports,
  actor: Pick<Actor, 'tenantId'>,
  fileId: string,
  purpose: ReadPurpose,
): Promise<Buffer | null> {
  return readContent(ports, actor.tenantId, fileId, formOf(purpose));
}

/** In `subject`: the actor's own finished file of that purpose, locked; null for anything else. */
export async function claimOwnFile(
  { trx, actor }: { trx: Transaction; actor: Pick<Actor, 'tenantId' | 'memberId'> },
  fileId: string,
  purpose: ReadPurpose,
): Promise<FileRecord | null> {
  const file = await findFile(trx, actor.tenantId, fileId, { lock: true });
  return file?.isReady && file.ownerId === actor.memberId && file.purpose === purpose ? file : null;
}

/** In `run`: the file has been read and goes; its object is removed after the commit. */
export async function spendFile(context: EnqueueContext, fileId: string): Promise<void> {
  await deleteFile(context.trx, context.actor.tenantId, fileId);
  await enqueue(context, 'file.remove', { fileId });
}
