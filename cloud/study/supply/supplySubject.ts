import { addDays } from '../../../src/domain/calendar/shanghai';
import type { Place } from '../../../src/domain/roster/acts';
import type { SwapTurn } from '../../../src/domain/swap/swapTurns';
import { AppError } from '../../appError';
import type { Context } from '../../operation';
import { lockTurns, type SupplyTurn } from './supplyRepository';

/** A turn of the supply rota, locked until the request is through; null when there is none. */
export async function supplySubject(
  { trx, actor }: Context,
  { turnId }: { turnId: string },
): Promise<SupplyTurn | null> {
  const [turn] = await lockTurns(trx, actor.tenantId, [turnId]);
  return turn ?? null;
}

/** Refuses an edit of another version than the one seen (`conflict`), and one of a week that is over (`wrong_state`). */
export function requireComing(turn: SupplyTurn, seenVersion: number, today: string): void {
  if (turn.version !== seenVersion) throw new AppError('conflict');
  if (lastDayOf(turn) < today) throw new AppError('wrong_state');
}

/** The Sunday of a turn's week. */
export function lastDayOf({ week }: { week: string }): string {
  return addDays(week, 6);
}

/** Where the supplier stands. */
export function supplierOf(turn: SupplyTurn): Place {
  return { organisationId: turn.supplierId, organisationPath: turn.supplierPath };
}

/** Where the publisher stands. */
export function publisherOf(turn: SupplyTurn): Place {
  return { organisationId: turn.publisherId, organisationPath: turn.publisherPath };
}

/** A turn as swapping sees it. */
export function swapTurnOf(turn: SupplyTurn): SwapTurn {
  return { day: lastDayOf(turn), holderId: turn.supplierId };
}
