import type { Selectable } from 'kysely';
import type { FileForm, FilePurpose } from '../../src/domain/file/fileKinds';
import type { Tables } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';

/** A file as it was announced and, once ready, as it is. */
export interface FileRecord extends Measured {
  id: string;
  ownerId: string;
  purpose: FilePurpose;
  name: string;
  declaredSize: number;
  /** How its content lies in the store. */
  form: FileForm;
  /** Bytes; null until the upload is finished. */
  size: number | null;
  /** Null until the upload is finished. */
  mediaType: string | null;
  isReady: boolean;
}

export interface AnnouncedFile {
  id: string;
  ownerId: string;
  purpose: FilePurpose;
  name: string;
  declaredSize: number;
  /** Default: as it came. */
  form?: FileForm;
}

/** What was measured of a picture (pixels) or a recording (seconds); null where it does not apply. */
export interface Measured {
  seconds: number | null;
  width: number | null;
  height: number | null;
}

/** Remembers an upload that is about to begin. */
export async function insertFile(
  trx: Transaction,
  tenantId: string,
  file: AnnouncedFile,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('file')
    .values({
      tenant_id: tenantId,
      id: file.id,
      owner_id: file.ownerId,
      purpose: file.purpose,
      name: file.name,
      declared_size: file.declaredSize,
      form: file.form ?? 'plain',
      size: null,
      media_type: null,
      sha256: null,
      created_at: now,
    })
    .execute();
}

const fileColumns = [
  'id',
  'owner_id',
  'purpose',
  'name',
  'declared_size',
  'form',
  'size',
  'media_type',
  'state',
  'seconds',
  'width',
  'height',
] as const;

/** A file by its id, or null; with `lock` nobody else changes it meanwhile. */
export async function findFile(
  trx: Transaction,
  tenantId: string,
  fileId: string,
  { lock = false } = {},
): Promise<FileRecord | null> {
  const query = trx
    .selectFrom('file')
    .select(fileColumns)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', fileId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? recordOf(row) : null;
}

/** The files among `fileIds` that exist, locked so that none is taken away meanwhile. */
export async function findFiles(
  trx: Transaction,
  tenantId: string,
  fileIds: readonly string[],
): Promise<FileRecord[]> {
  const rows = await trx
    .selectFrom('file')
    .select(fileColumns)
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', fileIds)
    .forKeyShare()
    .execute();
  return rows.map(recordOf);
}

function recordOf(row: Pick<Selectable<Tables['file']>, (typeof fileColumns)[number]>): FileRecord {
  const { seconds, width, height } = row;
  return {
    id: row.id,
    ownerId: row.owner_id,
    // Only `file.begin` writes purposes, and the contract knows no others.
    purpose: row.purpose as FilePurpose,
    name: row.name,
    declaredSize: row.declared_size,
    form: row.form,
    size: row.size,
    mediaType: row.media_type,
    isReady: row.state === 'ready',
    seconds,
    width,
    height,
  };
}

/** The upload is complete and looked at. */
export async function markFileReady(
  trx: Transaction,
  tenantId: string,
  fileId: string,
  content: { size: number; mediaType: string; sha256: string } & Measured,
): Promise<void> {
  const { size, mediaType, sha256, seconds, width, height } = content;
  await trx
    .updateTable('file')
    .set({ state: 'ready', size, media_type: mediaType, sha256, seconds, width, height })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', fileId)
    .execute();
}

/** Forgets a file; its object is removed through the outbox. */
export async function deleteFile(trx: Transaction, tenantId: string, fileId: string): Promise<void> {
  await trx.deleteFrom('file').where('tenant_id', '=', tenantId).where('id', '=', fileId).execute();
}
