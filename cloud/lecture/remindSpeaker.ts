import { sayDay } from '../../src/domain/calendar/sayDay';
import { addDays, shanghaiInstant } from '../../src/domain/calendar/shanghai';
import type { Context } from '../operation';
import { remind } from '../reminder/remind';

/** Time to prepare three minutes, and to ask for a swap. */
const DAYS_BEFORE = 3;

/** Plans the one reminder of a speaker for a turn on a day, in the morning three days before; none for a turn that is nearer. */
export async function remindSpeaker(
  context: Context,
  { turnId, memberId, day }: { turnId: string; memberId: string; day: string },
): Promise<void> {
  const dueAt = shanghaiInstant(addDays(day, -DAYS_BEFORE), '08:30');
  if (dueAt <= context.now) return;
  await remind(context, {
    kind: 'lecture',
    memberId,
    subject: `${turnId}/${day}`,
    title: '微党课',
    text: `${sayDay(day)}的微党课请您来讲，还有三天`,
    dueAt,
    until: shanghaiInstant(addDays(day, 1), '00:00'),
    target: { screen: 'lectureRota' },
  });
}
