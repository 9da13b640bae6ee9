import * as v from 'valibot';
import { operation } from './operation';
import { Day, line } from './shapes';

const Year = v.pipe(v.number(), v.integer(), v.minValue(2004), v.maxValue(2100));
const Special = v.object({
  day: Day,
  kind: v.picklist(['holiday', 'workday']),
  name: v.string(),
  edited: v.boolean(),
});

/** Holidays (their weekends included) and days worked in exchange, from the built-in notice and the bureau's own edits. */
export const calendarYear = operation({
  kind: 'read',
  input: v.object({ year: Year }),
  output: v.object({
    year: Year,
    /** False: 节假日安排尚未录入; Monday to Friday are used. */
    known: v.boolean(),
    days: v.array(Special),
    mayEdit: v.boolean(),
  }),
  example: {
    input: { year: 2026 },
    output: {
      year: 2026,
      known: true,
      days: [{ day: '2026-10-01', kind: 'holiday', name: '国庆节', edited: false }],
      mayEdit: false,
    },
  },
});

export const calendarSetDay = operation({
  kind: 'write',
  input: v.object({ day: Day, kind: v.picklist(['holiday', 'workday', 'asTable']), name: line(20) }),
  output: v.object({ day: Day }),
  example: { input: { day: '2027-10-01', kind: 'holiday', name: '国庆节' }, output: { day: '2027-10-01' } },
});
