import { addDays } from '../../src/domain/calendar/shanghai';
import { dayKind, isYearKnown } from '../../src/domain/calendar/workdays';
import { chooseAgain } from '../../src/domain/study/chooseAgain';
import { loadEdits } from '../calendar/loadEdits';
import type { Transaction } from '../database/tenantTransaction';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { pieceOf, summaryOf } from './pieceOf';
import { type Reader, readerOf } from './reader';
import {
  findDaysBefore,
  findMorning,
  findPublished,
  findUnstamped,
  type PublishedPiece,
} from './readingRepository';

/** As many as one glance takes; the rest is under 可补读. */
const CATCH_UP_SHOWN = 5;
/** How far this page looks back, so that it costs the same after years; what is older stays under 可补读. */
const CATCH_UP_DAYS = 60;
/** More working days than the 60 days from which a piece worth seeing again is chosen. */
const CHOICE_FOR_AGAIN = 60;

/**
 * Today's page (domain.md W1): the piece laid on today, else an earlier one worth seeing again, also on a day of rest,
 * so that the page is blank only before the first piece ever. What waits unread is offered newest first and never
 * called missed; a branch's own piece of today stands there when the bureau's is the piece of the day.
 */
export const readToday = memberUseCase('study.today')({
  policy: anyMember,
  run: async (context) => {
    const { trx, actor, now } = context;
    const day = actor.today;
    const year = Number(day.slice(0, 4));
    const reader = readerOf(actor, now);
    const edits = await loadEdits(trx, actor.tenantId, year);
    const { piece: laid, stampedThisMonth } = await findMorning(trx, reader, day);
    const piece = laid ?? (await findAgain(trx, reader, day));
    const waiting = await findUnstamped(trx, reader, {
      from: addDays(day, -CATCH_UP_DAYS),
      before: addDays(day, 1),
      count: CATCH_UP_SHOWN + 1,
    });
    return {
      day,
      dayKind: dayKind(day, edits),
      calendarKnown: isYearKnown(year, edits),
      piece: piece && pieceOf(context, piece),
      again: piece !== null && laid === null,
      catchUp: waiting
        .filter((one) => one.id !== piece?.id)
        .slice(0, CATCH_UP_SHOWN)
        .map(summaryOf),
      stampedThisMonth,
    };
  },
});

async function findAgain(trx: Transaction, reader: Reader, day: string): Promise<PublishedPiece | null> {
  const chosen = chooseAgain(day, await findDaysBefore(trx, reader, day, CHOICE_FOR_AGAIN));
  return chosen && findPublished(trx, reader, chosen.id);
}
