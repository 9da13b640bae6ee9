import { addDays } from '../../../src/domain/calendar/shanghai';
import { hatAt, type Place } from '../../../src/domain/roster/acts';
import { addNotice, type NoticeContext } from '../../reminder/addNotice';
import { findHolders } from '../holderRepository';

/** A week before its own, so that a piece can be written, reviewed and laid by then. */
const DAYS_BEFORE = 7;

/** The last Monday of which the officers are told by `today`. */
export function toldUntil(today: string): string {
  return addDays(today, DAYS_BEFORE);
}

/** Puts a notice into the inboxes of those who answer for a supplier today; `except` has just done it. Nothing rings. */
export async function tellSupplier(
  context: NoticeContext,
  { place, today, except }: { place: Place; today: string; except?: string },
  text: string,
): Promise<void> {
  const { trx, actor } = context;
  const holders = await findHolders(trx, actor.tenantId, [place.organisationId], today);
  for (const { memberId, held } of holders) {
    if (memberId === except || hatAt(held, 'study.supply', place) === null) continue;
    await addNotice(context, memberId, text, { screen: 'deskSupply' });
  }
}
