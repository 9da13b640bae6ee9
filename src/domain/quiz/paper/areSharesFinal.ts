import { addDays, shanghaiDay } from '../../calendar/shanghai';
import { ANSWERS_KEPT_DAYS } from '../practice/answerDays';
import { paperStanding, type TimedPaper } from './paperStanding';
import { sealedUntil } from './publishing';

/**
 * Whether nothing can move the shares of a paper any more, so that two looks never differ by one person: it is closed,
 * answers on their way have arrived, nobody still has it open (`isHandedIn`: everybody who began it was handed in, by
 * themselves or by the clock), and none of its answers has been forgotten after its year.
 */
export function areSharesFinal(paper: TimedPaper, isHandedIn: boolean, now: Date): boolean {
  const { opensAt, closesAt } = paper;
  if (!opensAt || !closesAt || paperStanding(paper, now) !== 'closed') return false;
  const isKept = shanghaiDay(opensAt) >= addDays(shanghaiDay(now), -ANSWERS_KEPT_DAYS);
  return isHandedIn && isKept && now >= sealedUntil(closesAt);
}
