import { addDays, shanghaiInstant } from '../../src/domain/calendar/shanghai';
import { nextWorkday } from '../../src/domain/calendar/workdays';
import { publishInstant } from '../../src/domain/study/publishing';
import { loadEdits } from '../calendar/loadEdits';
import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { remind } from '../reminder/remind';

/**
 * 明天早上提醒我: one reminder on the next working day, when its piece is out. The day is its key, so a second tap
 * changes nothing; nothing is kept about who asks how often.
 */
export const remindTomorrow = memberUseCase('study.remindTomorrow')({
  policy: anyMember,
  run: async (context) => {
    const { trx, actor } = context;
    const year = Number(actor.today.slice(0, 4));
    const day = nextWorkday(actor.today, await loadEdits(trx, actor.tenantId, year, year + 1));
    await remind(context, {
      kind: 'study',
      memberId: actor.memberId,
      subject: day,
      title: '今天的晨学三分钟',
      text: '您请我们提醒：今天的晨学三分钟可以读了',
      dueAt: publishInstant(day),
      until: shanghaiInstant(addDays(day, 1), '00:00'),
      target: { screen: 'today' },
    });
    return { day };
  },
});
