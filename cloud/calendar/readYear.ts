import { isYearKnown, specialDaysOf } from '../../src/domain/calendar/workdays';
import { memberUseCase } from '../operation';
import { calendarHat } from '../policies/calendar';
import { anyMember } from '../policies/membership';
import { findKeepers } from './calendarRepository';
import { loadEdits } from './loadEdits';

/** A year's holidays and exchanged days, the bureau's own edits over the built-in notice. */
export const readYear = memberUseCase('calendar.year')({
  policy: anyMember,
  run: async ({ trx, actor }, { year }) => {
    const edits = await loadEdits(trx, actor.tenantId, year);
    return {
      year,
      known: isYearKnown(year, edits),
      days: specialDaysOf(year, edits),
      mayEdit: calendarHat(actor, await findKeepers(trx, actor.tenantId)) !== null,
    };
  },
});
