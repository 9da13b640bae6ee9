import { addDays } from '../../src/domain/calendar/shanghai';
import { weekOf } from '../../src/domain/calendar/weekOf';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { readerOf } from './reader';
import { findWeek } from './readingRepository';

/** Three bytes each at most, so that the reply stays below its 900 KB; a hundred pieces of usual length. */
const MOST_CHARACTERS = 250_000;

/**
 * 大字版: what is out of this week or the last, to be printed for those without a phone. It gives what every member may
 * read anyway, because whoever visits them prints it; nothing is kept about who did.
 */
export const readWeek = memberUseCase('study.week')({
  policy: anyMember,
  run: async ({ trx, actor, now }, { week }) => {
    const { from, until } = weekOf(week === 'this' ? actor.today : addDays(actor.today, -7));
    const found = await findWeek(trx, readerOf(actor, now), { from, until });
    let room = MOST_CHARACTERS;
    const pieces = found.filter((piece) => {
      room -= JSON.stringify(piece).length;
      return room >= 0;
    });
    return { from, until, pieces, leftOut: found.length - pieces.length };
  },
});
