import { sayDayAndWeekday } from '../../domain/calendar/sayDay';
import { now, today } from '../../platform/clock';
import { useMe } from '../../platform/session';
import { DawnBand } from '../../ui/DawnBand';
import { Stamp } from '../../ui/Stamp';
import { greetingAt } from './greeting';
import type { Today } from './useToday';

/** The dawn at the top of 晨学: who, which day, and the stamp once today's piece has it. */
export function MorningBand({ morning: { data, piece, stamp } }: { morning: Today }) {
  const me = useMe();
  const greeting = greetingAt(now());
  const isRest = data?.dayKind === 'restday' && data.day === today();
  const isTodays = piece !== undefined && piece.publishOn === today();
  return (
    <DawnBand
      title={me ? `${me.name}同志，${greeting}` : greeting}
      line={sayDayAndWeekday(today()) + (isRest ? ' · 今天休息' : '')}
      stamp={isTodays && stamp.isStamped && <Stamp onDawn />}
    />
  );
}
