import { findDifferences, type ScoreDifference } from '../../src/domain/pioneer/recompute';
import type { Transaction } from '../database/tenantTransaction';
import { findLedger } from './ledgerRepository';
import { isIndexEnabled, listPeriods } from './pioneerRepository';
import { findSignedIn } from './recordRepository';

/** What recomputing the scores of one bureau found. */
export interface ScoreVerification {
  periods: number;
  entries: number;
  /** Empty when every point follows from a signed record. */
  differences: (ScoreDifference & { period: string })[];
}

/**
 * Recomputes every score of the transaction's bureau from its signed records,
 * period by period, and says what differs. Reads only. While the index is
 * switched off, records are allowed to have made no entry.
 *
 * The roster's marks of the day are records too: entering afterwards that
 * somebody had retired by then shows up here until a counter-entry follows.
 */
export async function verifyScores(trx: Transaction, tenantId: string): Promise<ScoreVerification> {
  const isEnabled = await isIndexEnabled(trx, tenantId);
  const verification: ScoreVerification = { periods: 0, entries: 0, differences: [] };
  for (const period of await listPeriods(trx, tenantId)) {
    const records = await findSignedIn(trx, tenantId, period);
    const ledger = await findLedger(trx, tenantId, period.id);
    verification.periods += 1;
    verification.entries += ledger.entries.length;
    for (const difference of findDifferences(period.scheme, records, ledger)) {
      if (!isEnabled && difference.kind === 'missingEntry') continue;
      verification.differences.push({ ...difference, period: period.name });
    }
  }
  return verification;
}
