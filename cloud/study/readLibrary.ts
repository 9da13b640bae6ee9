import { addDays } from '../../src/domain/calendar/shanghai';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { findOfTopic, findTopics } from './libraryRepository';
import { summaryOf } from './pieceOf';
import { readerOf } from './reader';

/** About a month of working days: what a list on a phone shows before more is asked for. */
const PAGE = 20;

/**
 * The library by topic: the published pieces of `topic` (absent: of all) of days before `before` (default: up to
 * today), newest first, a series as one row; a day is never cut in two. `nextBefore` asks for the rest, null when there is none.
 */
export const readLibrary = memberUseCase('study.library')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { topic, before }) => {
    const reader = readerOf(actor, now);
    const found = await findOfTopic(trx, reader, {
      topic: topic ?? null,
      before: before ?? addDays(actor.today, 1),
      count: PAGE + 1,
    });
    const lastDay = found.at(-1)?.publishOn;
    const page = found.length > PAGE ? found.filter((piece) => piece.publishOn !== lastDay) : found;
    const nextBefore = page.length < found.length ? (page.at(-1)?.publishOn ?? null) : null;
    return {
      topics: await findTopics(trx, reader),
      pieces: page.map((row) => ({ ...summaryOf(row), series: row.series })),
      nextBefore,
    };
  },
});
