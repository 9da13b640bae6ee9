import { addDays, shanghaiInstant } from '../../../src/domain/calendar/shanghai';
import { isWorkday } from '../../../src/domain/calendar/workdays';
import { halfYearOf } from '../../../src/domain/pioneer/halfYear';
import { closeMeeting } from '../../meeting/closeMeeting';
import { openMeeting } from '../../meeting/openMeeting';
import { planMeeting } from '../../meeting/planMeeting';
import { signOffMeeting } from '../../meeting/signOffMeeting';
import { tickMember } from '../../meeting/tickMember';
import type { Ports } from '../../ports/ports';
import type { Transaction } from '../tenantTransaction';
import { handOf } from './demoContext';

/** What a played meeting needs to know. */
export interface DemoMeeting {
  organisationId: string;
  /** Who calls, hosts and signs: in office on that day. */
  hostId: string;
  type: 'themeDay' | 'generalMeeting';
  title: string;
  place: string;
  day: string;
  /** `HH:MM` in Shanghai. */
  time: string;
  agenda: { title: string; minutes: number }[];
  minutes: string;
  /** `signed` is done; `closed` waits for the secretary's signature; `planned` is to come. */
  until: 'planned' | 'closed' | 'signed';
  /** Decides who was on leave or late, so that no two rolls look the same. */
  seed: number;
}

/** Plays one meeting from its notice to its signature through the real use cases, at the times they would have happened. */
export async function playMeeting(
  trx: Transaction,
  ports: Ports,
  tenantId: string,
  one: DemoMeeting,
): Promise<void> {
  const start = shanghaiInstant(one.day, one.time);
  const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
  const week = 7 * 24 * 60;
  const calling = await handOf(trx, ports, tenantId, one.hostId, at(one.until === 'planned' ? -week : -60));
  const { meetingId } = await calling.does(planMeeting, 'meeting.plan', {
    organisationId: one.organisationId,
    type: one.type,
    title: one.title,
    place: one.place,
    plannedAt: start.toISOString(),
    agenda: one.agenda,
  });
  if (one.until === 'planned') return;
  const hosting = await handOf(trx, ports, tenantId, one.hostId, at(-10));
  const opened = await hosting.does(openMeeting, 'meeting.open', { meetingId, version: 1 });
  const roll = await trx
    .selectFrom('roll_entry')
    .select(['member_id', 'due'])
    .where('tenant_id', '=', tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('member_id')
    .execute();
  for (const [index, { member_id, due }] of roll.entries()) {
    if (!due) continue;
    const state = stateFor(index * 7 + one.seed * 3);
    const reason = state === 'leave' ? '出差' : '';
    await hosting.does(tickMember, 'meeting.tick', { meetingId, memberId: member_id, state, reason });
  }
  const closing = await handOf(trx, ports, tenantId, one.hostId, at(90));
  const closed = await closing.does(closeMeeting, 'meeting.close', { meetingId, version: opened.version });
  if (one.until === 'closed') return;
  const signing = await handOf(trx, ports, tenantId, one.hostId, at(24 * 60));
  await signing.does(signOffMeeting, 'meeting.signOff', {
    meetingId,
    version: closed.version,
    minutes: one.minutes,
    heldOn: one.day,
    lateReason: '',
  });
}

/** About one in eleven on leave, one in seventeen late, one in forty-one absent. */
function stateFor(number: number): 'present' | 'leave' | 'late' | 'absent' {
  if (number % 41 === 40) return 'absent';
  if (number % 11 === 10) return 'leave';
  return number % 17 === 16 ? 'late' : 'present';
}

/** The theme days of a half-year in the months before that of `today`: the first working day from the 15th. */
export function themeDaysOf(halfYearDay: string, today: string): string[] {
  const { startsOn, endsOn } = halfYearOf(halfYearDay);
  const days: string[] = [];
  for (
    let month = startsOn.slice(0, 7);
    month <= endsOn.slice(0, 7);
    month = addDays(`${month}-28`, 5).slice(0, 7)
  ) {
    let day = `${month}-15`;
    while (!isWorkday(day, new Map())) day = addDays(day, 1);
    // This month's is the open one (demoMeetingOfToday.ts).
    if (day.slice(0, 7) < today.slice(0, 7)) days.push(day);
  }
  return days;
}

/** 11月主题党日. */
export function themeDayTitle(day: string): string {
  return `${Number(day.slice(5, 7))}月主题党日`;
}

/** What is on at a theme day of the demo. */
export const themeDayAgenda = [
  { title: '集中学习：消费者权益保护', minutes: 40 },
  { title: '议事：社区服务日安排', minutes: 30 },
  { title: '交流：身边的好做法', minutes: 20 },
];
