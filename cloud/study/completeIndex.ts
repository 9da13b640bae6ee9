import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables';
import { inTenant } from '../database/tenantTransaction';
import { findUnindexed, indexPiece } from './searchIndexRepository';

/** Pieces cut per bureau and tick: a second of work, and a bureau's years of pieces are found within the hour. */
const PIECES_PER_TICK = 50;

/**
 * Brings the search index of a bureau up to its pieces: those approved before there was an index, and whatever changed
 * past it. Harmless at any time; a tick that finds all in order asks one question.
 */
export async function completeIndex(db: Kysely<Tables>, tenantId: string): Promise<void> {
  await inTenant(db, tenantId, async (trx) => {
    for (const pieceId of await findUnindexed(trx, tenantId, PIECES_PER_TICK)) {
      await indexPiece(trx, tenantId, pieceId);
    }
  });
}
