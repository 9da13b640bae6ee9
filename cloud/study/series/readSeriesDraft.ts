import { isYearKnown } from '../../../src/domain/calendar/workdays';
import { blocksOfSlice } from '../../../src/domain/study/series/blocksOfSlice';
import { bordersOf } from '../../../src/domain/study/series/bordersOf';
import { piecesOf } from '../../../src/domain/study/series/seriesPieces';
import { type Context, memberUseCase } from '../../operation';
import {
  isSecondPerson,
  mayOpenDesk,
  maySeeOnDesk,
  mayWrite,
  reviewHat,
  scheduleHat,
  withdrawHat,
} from '../../policies/study';
import { daysOf } from './daysOf';
import { findSeries, findSeriesPieces, type KeptSeries } from './seriesRepository';

/** Pieces of a page: about 20,000 characters. */
const PAGE = 20;

/**
 * A series for those who write, review or lay it: what it is, a page of its pieces with the places where they could be
 * cut, and the days that a plan (the kept one, or `plan`) gives them now.
 */
export const readSeriesDraft = memberUseCase('study.seriesDraft')({
  policy: mayOpenDesk,
  subject: ({ trx, actor }, { seriesId }) => findSeries(trx, actor.tenantId, seriesId),
  subjectPolicy: (actor, series) => maySeeOnDesk(actor, series),
  run: async (context, { from = 1, plan = null }, series) => {
    const { actor } = context;
    const { state } = series;
    const isWritten = state === 'draft' || state === 'returned';
    const made = await findSeriesPieces(context.trx, actor.tenantId, series.id);
    const { days, known } = await daysFor(context, series, plan, made);
    const pieces = piecesOf(series.text, bordersOf(series.text), series.cuts, series.title);
    const page = pieces.slice(from - 1, from - 1 + PAGE);
    const { id, title, version, organisationName, authorName, pieceCount, note, organisationId } = series;
    return {
      ...{ id, title, state, version, organisationName, authorName, pieceCount, note, organisationId },
      mine: series.authorId === actor.memberId,
      kind: series.kind,
      topic: series.topic,
      source: series.source,
      plan: series.plan && { from: series.plan.from, weekdays: [...series.plan.weekdays] },
      calendarKnown: known,
      firstDay: days.find(Boolean) ?? null,
      lastDay: days.filter(Boolean).at(-1) ?? null,
      pieces: page.map((piece, index) => {
        const position = from + index;
        const one = made.find((other) => other.position === position);
        return {
          position,
          pieceId: one?.id ?? null,
          state: one?.state ?? null,
          title: one?.title ?? piece.title,
          isContinued: piece.isContinued,
          length: piece.length,
          day: days[position - 1] ?? null,
          parts: piece.parts.flatMap(({ start, end }) =>
            blocksOfSlice(series.text.slice(start, end)).map((block) => ({ at: start, ...block })),
          ),
        };
      }),
      next: from - 1 + PAGE < pieces.length ? from + PAGE : null,
      mayWrite: isWritten && Boolean(mayWrite(actor, series)),
      mayReview: state === 'submitted' && isSecondPerson(actor, series) && reviewHat(actor, series) !== null,
      mayLay: state === 'approved' && scheduleHat(actor, series) !== null,
      mayWithdraw: isWritten
        ? Boolean(mayWrite(actor, series))
        : state !== 'withdrawn' && withdrawHat(actor, series) !== null,
    };
  },
});

/** The day of every piece in order: those they lie on once made, else those of the plan. */
async function daysFor(
  context: Context,
  series: KeptSeries,
  plan: { from: string; weekdays: number[] } | null,
  made: readonly { position: number; publishOn: string | null }[],
): Promise<{ days: (string | null)[]; known: boolean }> {
  if (made.length > 0) return { days: made.map((one) => one.publishOn), known: true };
  const shown = plan ?? series.plan;
  const known = isYearKnown(Number(context.actor.today.slice(0, 4)), new Map());
  return shown ? daysOf(context, series, shown, series.pieceCount) : { days: [], known };
}
