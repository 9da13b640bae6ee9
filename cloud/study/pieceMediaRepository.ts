import { mediaOf, type PieceBlock } from '../../src/domain/study/blocks';
import type { Transaction } from '../database/tenantTransaction';

/**
 * Remembers which pictures and recordings a piece shows now: what no piece shows is taken away after a while
 * (purge.ts). The database refuses a file that does not exist.
 */
export async function keepMedia(
  trx: Transaction,
  tenantId: string,
  pieceId: string,
  blocks: readonly PieceBlock[],
): Promise<void> {
  const fileIds = mediaOf(blocks).map(({ fileId }) => fileId);
  const left = trx
    .deleteFrom('piece_media')
    .where('tenant_id', '=', tenantId)
    .where('piece_id', '=', pieceId);
  await (fileIds.length > 0 ? left.where('file_id', 'not in', fileIds) : left).execute();
  if (fileIds.length === 0) return;
  await trx
    .insertInto('piece_media')
    .values(fileIds.map((fileId) => ({ tenant_id: tenantId, piece_id: pieceId, file_id: fileId })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'piece_id', 'file_id']).doNothing())
    .execute();
}
