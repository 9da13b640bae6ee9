import type { Output } from '../../src/contract/operations';
import type { Actor } from '../actor';
import { mayHost } from '../policies/meeting';
import type { MeetingRecord, OwnLine } from './meetingRepository';

type Presented = Output<'meeting.get'>['meeting'];

/** A meeting as the actor sees it on the wire. */
export function presentMeeting(actor: Actor, meeting: MeetingRecord): Presented {
  return {
    id: meeting.id,
    type: meeting.type,
    title: meeting.title,
    place: meeting.place,
    plannedAt: meeting.plannedAt.toISOString(),
    organisationId: meeting.organisationId,
    organisationName: meeting.organisationName,
    state: meeting.state,
    version: meeting.version,
    agenda: meeting.agenda,
    mine: meeting.mine && presentLine(meeting.mine),
    mayHost: mayHost(actor, meeting) !== null,
  };
}

/** Somebody's line of the roll on the wire. */
export function presentLine(line: OwnLine): NonNullable<Presented['mine']> {
  return { state: line.state, method: line.method, at: line.recordedAt?.toISOString() ?? null };
}
