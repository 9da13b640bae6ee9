import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables';
import { inTenant } from '../database/tenantTransaction';
import { findUnindexed, indexPiece, indexSeries } from './searchIndexRepository';

/** Texts cut per bureau and tick: a second of work, and a bureau's years of pieces are found within the hour. */
const TEXTS_PER_TICK = 50;

/**
 * Brings the search index of a bureau up to its pieces and series: those approved before there was an index, and whatever changed
 * past it. Harmless at any time; a tick that finds all in order asks one question.
 */
export async function completeIndex(db: Kysely<Tables>, tenantId: string): Promise<void> {
  await inTenant(db, tenantId, async (trx) => {
    for (const { kind, id } of await findUnindexed(trx, tenantId, TEXTS_PER_TICK)) {
      await (kind === 'piece' ? indexPiece : indexSeries)(trx, tenantId, id);
    }
  });
}
