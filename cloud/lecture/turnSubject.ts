import type { SwapTurn } from '../../src/domain/swap/swapTurns';
import { AppError } from '../appError';
import type { Context } from '../operation';
import { lockTurns, type TurnRecord } from './lectureRepository';

/** A planned turn, locked until the request is through; null when there is none. */
export async function turnSubject(
  { trx, actor }: Context,
  { turnId }: { turnId: string },
): Promise<TurnRecord | null> {
  const [turn] = await lockTurns(trx, actor.tenantId, [turnId]);
  return turn ?? null;
}

/** Refuses an edit of another version than the one seen (`conflict`), and one of a turn that is over (`wrong_state`). */
export function requireComing(turn: TurnRecord, seenVersion: number, today: string): void {
  if (turn.version !== seenVersion) throw new AppError('conflict');
  if (turn.day < today) throw new AppError('wrong_state');
}

/** A turn as swapping sees it. */
export function swapTurnOf({ day, speakerId }: TurnRecord): SwapTurn {
  return { day, holderId: speakerId };
}

/** Turns the database's word on two turns of a speaker on one day into ours. */
export async function onceADay<T>(run: Promise<T>): Promise<T> {
  return run.catch((error: unknown) => {
    const { code, constraint } = error as { code?: unknown; constraint?: unknown };
    throw code === '23505' && constraint === 'lecture_turn_once_a_day'
      ? new AppError('speaker_taken')
      : error;
  });
}
