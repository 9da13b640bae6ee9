import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { summaryOf } from './pieceOf';
import { readerOf } from './reader';
import { findUnstamped } from './readingRepository';

/** About a month of working days: what a list on a phone shows before more is asked for. */
const PAGE = 20;
/** The first day of the contract's days: before any piece. */
const FIRST_DAY = '1900-01-01';

/**
 * 可补读: published pieces of days before `before` (default today) without the reader's mark, newest first; a day is
 * never cut in two. `nextBefore` asks for the rest, null when there is none.
 */
export const readCatchUp = memberUseCase('study.catchUp')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { before }) => {
    const found = await findUnstamped(trx, readerOf(actor, now), {
      from: FIRST_DAY,
      before: before ?? actor.today,
      count: PAGE + 1,
    });
    const lastDay = found.at(-1)?.publishOn;
    const page = found.length > PAGE ? found.filter((piece) => piece.publishOn !== lastDay) : found;
    const nextBefore = page.length < found.length ? (page.at(-1)?.publishOn ?? null) : null;
    return { pieces: page.map(summaryOf), nextBefore };
  },
});
