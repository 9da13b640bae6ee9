import { type Me, ownerOf } from '../../platform/session';
import { store, stored } from '../../platform/storage';

/** More than anybody writes; a list that only grows would end at the device's limit. */
const longestList = 50;

const keyOf = (me: Me) => `feedback.tickets/${ownerOf(me)}`;

/**
 * The tickets of what was sent without a name, newest first, and nothing of the texts. They belong to
 * whoever uses this device now; others who sit down here do not see them.
 */
export function ticketsOf(me: Me): string[] {
  return stored<string[]>(keyOf(me)) ?? [];
}

/**
 * Keeps a ticket, before what it stands for is sent: a crash must not lose the only way to the answer.
 * False when the device has no room.
 */
export function keepTicket(me: Me, ticket: string): boolean {
  const others = ticketsOf(me).filter((one) => one !== ticket);
  return store(keyOf(me), [ticket, ...others].slice(0, longestList));
}

/** Forgets a ticket: it never arrived, or is not wanted here any more. */
export function dropTicket(me: Me, ticket: string): void {
  store(
    keyOf(me),
    ticketsOf(me).filter((one) => one !== ticket),
  );
}
