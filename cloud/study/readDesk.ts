import { addDays, shanghaiInstant } from '../../src/domain/calendar/shanghai';
import { isYearKnown, workdaysFrom } from '../../src/domain/calendar/workdays';
import { countStock, firstPlanDay } from '../../src/domain/study/stock';
import { type Actor, homeOf } from '../actor';
import { loadEdits } from '../calendar/loadEdits';
import { memberUseCase } from '../operation';
import { hatFor } from '../policies/membership';
import { mayOpenDesk, reviewHat, scheduleHat } from '../policies/study';
import { listPlaces, type RosterPlace } from '../roster/placeRepository';
import { deskPieceOf } from './deskPieceOf';
import { findDeskPieces, findLaid, hasPublished } from './deskRepository';
import { findDeskSeries } from './series/seriesRepository';

/** Three weeks of working days: what is planned at one sitting. */
const PLAN_DAYS = 15;
/** What was published or withdrawn stays on the desk for a month. */
const RECENT_DAYS = 30;

/**
 * The desk of whoever writes, reviews or schedules: the plan of the bureau (for a branch's people: of their branch)
 * for the coming working days, the stock (for a branch the bureau's pieces cover its days too), and the pieces in hand.
 */
export const readDesk = memberUseCase('study.desk')({
  policy: mayOpenDesk,
  run: async ({ trx, actor, now }) => {
    const places = await listPlaces(trx, actor.tenantId);
    const writeAt = places.filter((place) => hatFor(actor, 'study.write', place) !== null);
    const reviewAt = places.filter((place) => reviewHat(actor, place) !== null);
    const scheduleAt = places.filter((place) => scheduleHat(actor, place) !== null);
    const seeAt = places.filter((place) =>
      [writeAt, reviewAt, scheduleAt].some((some) => some.includes(place)),
    );

    const bureau = places.filter(isBureau);
    const planned = plannedPlace(actor, seeAt);
    const covering = [...(planned ? [planned] : []), ...bureau].map((place) => place.organisationId);
    const laid = await findLaid(trx, actor.tenantId, covering, actor.today);
    const covered = new Set(laid.map((piece) => piece.publishOn));

    const year = Number(actor.today.slice(0, 4));
    const edits = await loadEdits(trx, actor.tenantId, year, year + 1);
    const isBegun = covered.size > 0 || (await hasPublished(trx, actor.tenantId, now));
    const days = workdaysFrom(firstPlanDay(now, covered, edits, isBegun), PLAN_DAYS, edits);
    const since = addDays(actor.today, -RECENT_DAYS);
    const pieces = await findDeskPieces(trx, actor.tenantId, {
      memberId: actor.memberId,
      writeAt: writeAt.map((place) => place.organisationId),
      seeAt: seeAt.map((place) => place.organisationId),
      since,
      sinceInstant: shanghaiInstant(since, '00:00'),
    });
    const series = await findDeskSeries(trx, actor.tenantId, {
      memberId: actor.memberId,
      writeAt: writeAt.map((place) => place.organisationId),
      seeAt: seeAt.map((place) => place.organisationId),
    });
    return {
      stockWorkdays: countStock(now, covered, edits),
      calendarKnown: days.every((day) => isYearKnown(Number(day.slice(0, 4)), edits)),
      plan: days.map((day) => {
        const piece = laid.find(
          (one) => one.publishOn === day && one.organisationId === planned?.organisationId,
        );
        return { day, piece: piece ? deskPieceOf(actor, piece) : null };
      }),
      pieces: pieces.map((piece) => deskPieceOf(actor, piece)),
      series: series.map(({ authorId, ...one }) => ({ ...one, mine: authorId === actor.memberId })),
      writeFor: writeAt.map(({ organisationId, name }) => ({ id: organisationId, name })),
      mayReview: reviewAt.length > 0,
      maySchedule: scheduleAt.length > 0,
    };
  },
});

function isBureau({ level }: RosterPlace): boolean {
  return level === 'organCommittee' || level === 'leadingGroup';
}

/** Whose plan is shown: the bureau's to its keepers, else the own branch's, else that of the first organisation acted for. */
function plannedPlace(actor: Actor, seeAt: readonly RosterPlace[]): RosterPlace | null {
  const homeId = homeOf(actor)?.organisationId;
  return seeAt.find(isBureau) ?? seeAt.find((place) => place.organisationId === homeId) ?? seeAt[0] ?? null;
}
