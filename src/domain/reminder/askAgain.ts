import { addDays } from '../calendar/shanghai';

/** The longest month: "at most once a month after a refusal" (issue 3, "Study tasks"), whichever month it is. */
const MONTH_DAYS = 31;

/** Whether somebody who refused a reminder on `refusedOn` (null: never) may be asked again on `today`. */
export function mayAskAgain(refusedOn: string | null, today: string): boolean {
  return refusedOn === null || addDays(refusedOn, MONTH_DAYS) <= today;
}
