import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { findMarkedDays } from './markRepository';

/** 晨学日历: the member's own marks of a month, for the member alone. */
export const readCalendar = memberUseCase('study.calendar')({
  policy: anyMember,
  run: async ({ trx, actor }, { month }) => {
    const days = await findMarkedDays(trx, actor, month);
    return {
      month,
      stampedDays: days.map((one) => one.day),
      stamped: days.reduce((sum, one) => sum + one.count, 0),
      today: actor.today,
    };
  },
});
