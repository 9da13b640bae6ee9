import { AppError } from '../../appError';
import type { Context } from '../../operation';
import type { PieceState } from '../studyRepository';
import { changeSeries, findSeries, type KeptSeries, type SeriesChange } from './seriesRepository';

/** Loads the series that a step is about, locked until the step is done. */
export function lockSeries(
  { trx, actor }: Context,
  { seriesId }: { seriesId: string },
): Promise<KeptSeries | null> {
  return findSeries(trx, actor.tenantId, seriesId, { lock: true });
}

/** Refuses a step on another version than the one seen (`conflict`) or in a state that it does not fit (`wrong_state`). */
export function requireSeriesStep(
  series: KeptSeries,
  seenVersion: number,
  states: readonly PieceState[],
): void {
  if (series.version !== seenVersion) throw new AppError('conflict');
  if (!states.includes(series.state)) throw new AppError('wrong_state');
}

/** Writes a step of the series; `conflict` when somebody was faster. */
export async function settleSeries(
  { trx, actor, now }: Context,
  series: KeptSeries,
  change: SeriesChange,
): Promise<{ seriesId: string; version: number; state: PieceState; pieceCount: number }> {
  const seen = { tenantId: actor.tenantId, seriesId: series.id, version: series.version };
  const settled = await changeSeries(trx, seen, change, now);
  if (!settled) throw new AppError('conflict');
  return settled;
}

/** Who is recorded as having written on it. */
export function editedBy({ actor }: Context, series: KeptSeries): { editorId?: string } {
  return actor.memberId === series.authorId ? {} : { editorId: actor.memberId };
}
