import type { Transaction } from '../database/tenantTransaction';

/** A file as it was announced and, once ready, as it is. */
export interface FileRecord {
  id: string;
  ownerId: string;
  name: string;
  declaredSize: number;
  /** Null until the upload is finished. */
  mediaType: string | null;
  isReady: boolean;
}

export interface AnnouncedFile {
  id: string;
  ownerId: string;
  purpose: string;
  name: string;
  declaredSize: number;
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
      size: null,
      media_type: null,
      sha256: null,
      created_at: now,
    })
    .execute();
}

/** A file by its id, or null; with `lock` nobody else changes it meanwhile. */
export async function findFile(
  trx: Transaction,
  tenantId: string,
  fileId: string,
  { lock = false } = {},
): Promise<FileRecord | null> {
  const query = trx
    .selectFrom('file')
    .select(['id', 'owner_id', 'name', 'declared_size', 'media_type', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', fileId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    ownerId: row.owner_id,
    name: row.name,
    declaredSize: row.declared_size,
    mediaType: row.media_type,
    isReady: row.state === 'ready',
  };
}

/** The upload is complete and looked at. */
export async function markFileReady(
  trx: Transaction,
  tenantId: string,
  fileId: string,
  content: { size: number; mediaType: string; sha256: string },
): Promise<void> {
  await trx
    .updateTable('file')
    .set({ state: 'ready', size: content.size, media_type: content.mediaType, sha256: content.sha256 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', fileId)
    .execute();
}
