import { createHash } from 'node:crypto';
import type { CleanedMedia } from '../../src/domain/file/cleanedMedia';
import { cleanMedia } from '../../src/domain/file/cleanMedia';
import { formOf, judgeAnnounced, objectName, recogniseFile } from '../../src/domain/file/fileKinds';
import { AppError } from '../appError';
import { memberUseCase } from '../operation';
import { isOwnFile } from '../policies/file';
import { anyMember } from '../policies/membership';
import type { Ports } from '../ports/ports';
import { findFile, type Measured, markFileReady } from './fileRepository';
import { ticketEnd, writeTicket } from './fileTicket';
import { putAway, type TakenIn, takeIn } from './takeIn';

/** Enough to recognise every kind (fileKinds.ts) and to see that a text is one. */
const HEAD_BYTES = 8_192;

/**
 * Ends an upload: the content is all there and is what its name says. Of pictures and recordings only the picture and
 * the sound are kept, before anybody can read them. Finishing twice is fine.
 */
export const finishFile = memberUseCase('file.finish')({
  policy: anyMember,
  // Objects are written once, so what is looked at here is what stays.
  prepare: (ports, { fileId }, actor) => lookInto(ports, actor.tenantId, fileId),
  subject: ({ trx, actor }, { fileId }) => findFile(trx, actor.tenantId, fileId, { lock: true }),
  subjectPolicy: (actor, file) => isOwnFile(actor, file),
  run: async ({ trx, actor, now, ports }, { fileId }, file, arrived) => {
    if (!arrived || (arrived.form !== 'clean' && arrived.content.length !== file.declaredSize))
      throw new AppError('file_not_uploaded');
    const { content, media } = arrived;
    const size = content.length;
    const mediaType = recogniseFile(file.name, content.subarray(0, HEAD_BYTES));
    if (mediaType === null) throw new AppError('file_kind_refused');
    if (judgeAnnounced(file.purpose, file.name, size) !== 'fine') throw new AppError('file_too_large');
    const form = formOf(file.purpose);
    if (form === 'clean') requireSound(media);
    const measured = measuredOf(form === 'clean' ? media : null);
    if (!file.isReady) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      await markFileReady(trx, actor.tenantId, fileId, { size, mediaType, sha256, ...measured });
    }
    const until = ticketEnd(now);
    const { tenantId } = actor;
    const ticket = writeTicket(ports.keyring, { may: 'get', tenantId, fileId, size, until, form });
    // A register of people is read by the step that was made for it, and by nothing else.
    return { fileId, size, mediaType, ...measured, ticket: form === 'sealed' ? null : ticket };
  },
  auditSubject: ({ fileId }) => ({ kind: 'file', id: fileId }),
});

/** What has arrived; of pictures and recordings the clean form, written and the uploaded one removed. */
async function lookInto(
  ports: Ports,
  tenantId: string,
  fileId: string,
): Promise<(TakenIn & { media: CleanedMedia | null }) | null> {
  const arrived = await takeIn(ports, tenantId, fileId);
  if (!arrived || arrived.form === 'sealed') return arrived && { ...arrived, media: null };
  const media = cleanMedia(arrived.content);
  if (media === null || media.kind === 'refused' || arrived.form === 'clean') return { ...arrived, media };
  const clean = { form: 'clean' as const, content: Buffer.from(media.content) };
  await putAway(ports, tenantId, fileId, clean);
  await ports.files.remove(tenantId, fileId);
  // A process that was killed after taking it in may have left it where the client had put it.
  await ports.files.direct?.discard(tenantId, objectName(fileId, 'plain'));
  return { ...clean, media };
}

function requireSound(media: CleanedMedia | null): void {
  if (media === null) throw new AppError('file_kind_refused');
  if (media.kind === 'refused') throw new AppError(media.code);
}

function measuredOf(media: CleanedMedia | null): Measured {
  return {
    seconds: media?.kind === 'sound' ? media.seconds : null,
    width: media?.kind === 'picture' ? media.width : null,
    height: media?.kind === 'picture' ? media.height : null,
  };
}
