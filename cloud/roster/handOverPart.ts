import type { Act } from '../../src/domain/roster/acts';
import type { Transaction } from '../database/tenantTransaction';

/**
 * Work that goes with a post: whoever holds `act` in the organisation goes on
 * with it, so nothing is moved when the holder changes. A capability exports its
 * parts and is named in `handOverParts`; what names a person instead of an
 * organisation has to move in `move`, inside the transaction of the 交接.
 */
export interface HandOverPart {
  /** Shown for posts that have this act. */
  act: Act;
  /** In Chinese, as the one who takes over reads it. */
  what: string;
  /** How much of it there is now. */
  size(trx: Transaction, tenantId: string, organisationId: string): Promise<number>;
  move?(
    trx: Transaction,
    tenantId: string,
    hand: { organisationId: string; fromMemberId: string; toMemberId: string; on: string },
  ): Promise<void>;
}
