import type { DayEdits } from '../../src/domain/calendar/workdays';
import { whyNotOn } from '../../src/domain/study/publishing';
import { AppError } from '../appError';
import { loadEdits } from '../calendar/loadEdits';
import type { Context } from '../operation';
import { hasPublished, type KeptPiece, lockFirstDay } from './deskRepository';
import { changePiece, type PieceChange, type PieceState } from './studyRepository';

/** The unique index that gives an organisation one piece a day. */
const ONE_A_DAY = 'piece_one_a_day';

/**
 * Refuses a step that does not fit: `conflict` when the sender saw another version, `wrong_state` when the piece is not
 * in one of `states`. The version comes first, because a colleague's step is what usually changed the state.
 */
export function requireStep(piece: KeptPiece, seenVersion: number, states: readonly PieceState[]): void {
  if (piece.version !== seenVersion) throw new AppError('conflict');
  if (!states.includes(piece.state)) throw new AppError('wrong_state');
}

/** Writes a step of the piece; `conflict` when somebody was faster, `day_taken` when the day has a piece already. */
export async function settlePiece(
  { trx, actor, now }: Context,
  piece: KeptPiece,
  change: PieceChange,
): Promise<{ pieceId: string; version: number; state: PieceState }> {
  const seen = { tenantId: actor.tenantId, pieceId: piece.id, version: piece.version };
  const settled = await changePiece(trx, seen, change, now).catch((error: unknown) => {
    const { code, constraint } = error as { code?: unknown; constraint?: unknown };
    throw code === '23505' && constraint === ONE_A_DAY ? new AppError('day_taken') : error;
  });
  if (!settled) throw new AppError('conflict');
  return settled;
}

/**
 * Refuses a day on which nothing can be laid any more (`day_in_past`; a bureau's very first piece may still go out
 * today) or on which people rest (`not_a_workday`).
 */
export async function requirePublishDay({ trx, actor, now }: Context, day: string): Promise<void> {
  const edits: DayEdits = await loadEdits(trx, actor.tenantId, Number(day.slice(0, 4)));
  const isBegun = day !== actor.today || (await hasBegun(trx, actor.tenantId, now));
  const why = whyNotOn(day, now, edits, isBegun);
  if (why) throw new AppError(why);
}

/** Whether a piece has ever been published; who is the first waits for nobody, and whoever comes beside sees the first. */
async function hasBegun(trx: Context['trx'], tenantId: string, now: Date): Promise<boolean> {
  if (await hasPublished(trx, tenantId, now)) return true;
  await lockFirstDay(trx, tenantId);
  return hasPublished(trx, tenantId, now);
}
