import { shanghaiDay, shanghaiInstant } from '../../src/domain/calendar/shanghai';
import { isComing } from '../../src/domain/meeting/timing';
import type { Actor } from '../actor';
import { memberUseCase } from '../operation';
import { isFor, mayHost, mayPlanAt, maySignOff } from '../policies/meeting';
import { anyMember } from '../policies/membership';
import { listPlaces } from '../roster/placeRepository';
import { listMeetings, type MeetingRecord } from './meetingRepository';
import { presentMeeting } from './presentMeeting';

/** Past meetings shown; a half-year of a busy branch. */
const PAST_LIMIT = 20;
/** Read at most: room for what the reader's list then leaves out, and a bound for the reply. */
const READ_LIMIT = 60;

/**
 * Meetings of the organisations that the actor belongs to, stands on the roll
 * of, hosts or signs for: those to come (with what was cancelled from today
 * on), the last twenty gone by, and the one to sign in to now, which is among
 * those to come as well.
 */
export const readMyMeetings = memberUseCase('meeting.mine')({
  policy: anyMember,
  run: async ({ trx, actor, now }) => {
    const organisations = actor.held.length > 0 ? await listPlaces(trx, actor.tenantId) : [];
    const kept = organisations.filter((one) => mayHost(actor, one) ?? maySignOff(actor, one));
    const list = {
      organisationIds: [...new Set([...actor.belongs, ...kept].map((one) => one.organisationId))],
      since: shanghaiInstant(actor.today, '00:00'),
      limit: READ_LIMIT,
    };
    const upcoming = (await listMeetings(trx, actor, { ...list, which: 'upcoming' })).filter(
      (one) => isListed(actor, one) && !isForgotten(actor, one),
    );
    const past = (await listMeetings(trx, actor, { ...list, which: 'past' })).filter((one) =>
      isListed(actor, one),
    );
    const first = chooseSignIn(actor, upcoming, now);
    return {
      signInNow: first && presentMeeting(actor, first),
      upcoming: upcoming.map((one) => presentMeeting(actor, one)),
      past: past.slice(0, PAST_LIMIT).map((one) => presentMeeting(actor, one)),
      mayPlanFor: organisations
        .filter((one) => mayPlanAt(actor, one))
        .map(({ organisationId, name }) => ({ id: organisationId, name })),
    };
  },
});

function isListed(actor: Actor, meeting: MeetingRecord): boolean {
  return meeting.mine !== null || isFor(actor, meeting) || isKeeper(actor, meeting);
}

/** Planned for a day gone by and never opened: its keepers still see it, to open or cancel it. */
function isForgotten(actor: Actor, meeting: MeetingRecord): boolean {
  return (
    meeting.state === 'planned' && shanghaiDay(meeting.plannedAt) < actor.today && !isKeeper(actor, meeting)
  );
}

function isKeeper(actor: Actor, meeting: MeetingRecord): boolean {
  return mayHost(actor, meeting) !== null || maySignOff(actor, meeting) !== null;
}

/**
 * What stands first: an open meeting on whose roll the actor is (one not yet
 * signed in to before others), else one for the actor that begins within two
 * hours and is not open yet (product.md C3). Its state tells whether digits can be typed.
 */
function chooseSignIn(actor: Actor, upcoming: readonly MeetingRecord[], now: Date): MeetingRecord | null {
  const open = upcoming.filter((one) => one.state === 'open' && one.mine !== null);
  return (
    open.find((one) => one.mine?.state === 'expected') ??
    open[0] ??
    upcoming.find((one) => one.state === 'planned' && isFor(actor, one) && isComing(one.plannedAt, now)) ??
    null
  );
}
