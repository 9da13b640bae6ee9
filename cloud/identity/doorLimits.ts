import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../appError';
import type { DoorContext } from '../operation';
import { networkOf } from './networkOf';
import { forgetTries, takeTry } from './tries';

/** Issue, section 3: 5 wrong tries per openid or login name and 100 per address in 15 minutes. */
const PER_PERSON = { limit: 5, windowMinutes: 15 };
const PER_ADDRESS = { limit: 100, windowMinutes: 15 };
/**
 * A surge over everybody only slows and alarms: locking a whole bureau out
 * would be the attack. 300 wrong tries in 15 minutes are five times what a
 * bureau of 140 would need on its activation day; half a second makes guessing
 * useless without a person noticing.
 */
const SURGE = { limit: 300, windowMinutes: 15 };
const SURGE_DELAY_MS = 500;

/** Takes one try at a door. Throws `too_many_tries` over the limit of the person or the address. */
export async function takeDoorTry({ db, ports, caller }: DoorContext, person: string): Promise<void> {
  const addressWithin = caller.address
    ? await takeTry(db, ports, ['door', 'address', networkOf(caller.address)], PER_ADDRESS)
    : true;
  // Whoever has used up their own address does not go on locking others out.
  const within = addressWithin && (await takeTry(db, ports, ['door', 'person', person], PER_PERSON));
  if (!(await takeTry(db, ports, ['door', 'everybody'], SURGE))) {
    ports.log.info('surge of wrong tries at the doors');
    await wait(SURGE_DELAY_MS);
  }
  if (!within) throw new AppError('too_many_tries');
}

/** After the right answer the person's tries are forgotten; the address's and everybody's stay, they belong to others too. */
export async function forgetDoorTries({ db, ports }: DoorContext, person: string): Promise<void> {
  await forgetTries(db, ports, ['door', 'person', person]);
}
