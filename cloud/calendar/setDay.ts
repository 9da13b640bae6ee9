import { memberUseCase } from '../operation';
import { calendarHat } from '../policies/calendar';
import { whoeverMay } from '../policies/membership';
import { findKeepers, removeEdit, saveEdit } from './calendarRepository';

/**
 * Makes one day a holiday or a working day for the whole bureau, or gives it back to the table (`asTable`).
 * What is already laid on the day stays there: a piece is shown on its day whatever the calendar says.
 */
export const setDay = memberUseCase('calendar.setDay')({
  policy: whoeverMay('calendar.edit'),
  subject: ({ trx, actor }) => findKeepers(trx, actor.tenantId),
  subjectPolicy: (actor, keepers) => calendarHat(actor, keepers),
  refusal: 'not_allowed',
  run: async ({ trx, actor }, { day, kind, name }) => {
    if (kind === 'asTable') await removeEdit(trx, actor.tenantId, day);
    else await saveEdit(trx, actor.tenantId, day, { kind, name });
    return { day };
  },
  auditSubject: ({ day }) => ({ kind: 'calendarDay', id: dayAsId(day) }),
});

/** A day as the id of an audit row, readable in it: RFC 9562 leaves version 8 to the application. */
function dayAsId(day: string): string {
  return `${day.replaceAll('-', '')}-0000-8000-8000-000000000000`;
}
