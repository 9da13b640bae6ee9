import type { Hat, Place } from '../../src/domain/roster/acts';
import type { Actor } from '../actor';
import { hatFor } from './membership';

/** The hat under which the actor keeps the bureau's calendar at one of `keepers`, or null. */
export function calendarHat(actor: Actor, keepers: readonly Place[]): Hat | null {
  for (const keeper of keepers) {
    const hat = hatFor(actor, 'calendar.edit', keeper);
    if (hat) return hat;
  }
  return null;
}
