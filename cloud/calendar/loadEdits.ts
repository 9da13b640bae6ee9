import type { DayEdits } from '../../src/domain/calendar/workdays';
import type { Transaction } from '../database/tenantTransaction';
import { findEdits } from './calendarRepository';

/** The bureau's edits of whole years, `first` to `last`, as the calendar's rules want them. */
export async function loadEdits(
  trx: Transaction,
  tenantId: string,
  first: number,
  last: number = first,
): Promise<DayEdits> {
  const edits = await findEdits(trx, tenantId, `${first}-01-01`, `${last}-12-31`);
  return new Map(edits.map(({ day, kind, name }) => [day, { kind, name }]));
}
