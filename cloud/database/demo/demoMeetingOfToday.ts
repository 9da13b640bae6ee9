import { shanghaiDay } from '../../../src/domain/calendar/shanghai';
import { closeMeeting } from '../../meeting/closeMeeting';
import { openMeeting } from '../../meeting/openMeeting';
import { planMeeting } from '../../meeting/planMeeting';
import { signOffMeeting } from '../../meeting/signOffMeeting';
import { tickMember } from '../../meeting/tickMember';
import type { Ports } from '../../ports/ports';
import type { Transaction } from '../tenantTransaction';
import { type DemoHand, handOf } from './demoContext';
import { themeDayAgenda, themeDayTitle } from './demoMeetings';

/** Whoever steps into the demo is never late: the meeting begins this long after it was made or last put off. */
const STARTS_IN_MINUTES = 60;

/** The branch that people step into, and its secretary. */
async function stage(
  trx: Transaction,
  tenantId: string,
): Promise<{ organisationId: string; secretaryId: string }> {
  const row = await trx
    .selectFrom('gate.login as login')
    .innerJoin('affiliation as home', (on) =>
      on.onRef('home.tenant_id', '=', 'login.tenant_id').onRef('home.member_id', '=', 'login.member_id'),
    )
    .select(['home.organisation_id', 'login.member_id'])
    .where('login.login_name', '=', 'd0000002')
    .where('login.tenant_id', '=', tenantId)
    .where('home.kind', '=', 'formal')
    .executeTakeFirstOrThrow();
  return { organisationId: row.organisation_id, secretaryId: row.member_id };
}

/**
 * Keeps a meeting open at any hour: opens one when there is none today, puts
 * the start off while nobody has signed in, and settles one of another day.
 */
export async function openMeetingForToday(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const { organisationId, secretaryId } = await stage(trx, tenantId);
  const now = ports.clock.now();
  const open = await trx
    .selectFrom('meeting')
    .select(['id', 'planned_at', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .where('demo', '=', true)
    .forUpdate()
    .executeTakeFirst();
  const hand = await handOf(trx, ports, tenantId, secretaryId, now);
  if (open && shanghaiDay(open.planned_at) === shanghaiDay(now)) {
    await putOff(trx, tenantId, open, now);
    return;
  }
  if (open) await settle(hand, open, shanghaiDay(open.planned_at));
  await openFresh(hand, organisationId, now);
}

/** 重新开始演示: settles the open meeting, whatever its day, and opens a fresh one. */
export async function restartMeeting(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const { organisationId, secretaryId } = await stage(trx, tenantId);
  const now = ports.clock.now();
  const hand = await handOf(trx, ports, tenantId, secretaryId, now);
  const open = await trx
    .selectFrom('meeting')
    .select(['id', 'planned_at', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst();
  if (open) await settle(hand, open, shanghaiDay(open.planned_at));
  await openFresh(hand, organisationId, now);
}

async function openFresh(hand: DemoHand, organisationId: string, now: Date): Promise<void> {
  const { meetingId, version } = await hand.does(planMeeting, 'meeting.plan', {
    organisationId,
    type: 'themeDay',
    title: themeDayTitle(shanghaiDay(now)),
    place: '三楼会议室',
    plannedAt: startAfter(now).toISOString(),
    agenda: themeDayAgenda,
  });
  await hand.does(openMeeting, 'meeting.open', { meetingId, version });
}

/** The next full ten minutes an hour from now, on the same day in Shanghai. */
function startAfter(now: Date): Date {
  const tenMinutes = 10 * 60_000;
  const start = new Date(Math.ceil((now.getTime() + STARTS_IN_MINUTES * 60_000) / tenMinutes) * tenMinutes);
  return shanghaiDay(start) === shanghaiDay(now) ? start : now;
}

async function putOff(
  trx: Transaction,
  tenantId: string,
  open: { id: string; planned_at: Date },
  now: Date,
): Promise<void> {
  if (open.planned_at.getTime() > now.getTime()) return;
  await trx
    .updateTable('meeting')
    .set({ planned_at: startAfter(now) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', open.id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('roll_entry')
            .select('member_id')
            .where('tenant_id', '=', tenantId)
            .where('meeting_id', '=', open.id)
            .where('state', '<>', 'expected'),
        ),
      ),
    )
    .execute();
}

/** Ends an open meeting as a secretary would: who was not there is on leave, the record is signed. */
async function settle(hand: DemoHand, open: { id: string; version: number }, heldOn: string): Promise<void> {
  const { trx, actor } = hand.context;
  const missing = await trx
    .selectFrom('roll_entry')
    .select('member_id')
    .where('tenant_id', '=', actor.tenantId)
    .where('meeting_id', '=', open.id)
    .where('state', '=', 'expected')
    .where('due', '=', true)
    .execute();
  for (const { member_id } of missing) {
    const input = {
      meetingId: open.id,
      memberId: member_id,
      state: 'leave' as const,
      reason: '演示重新开始',
    };
    await hand.does(tickMember, 'meeting.tick', input);
  }
  const closed = await hand.does(closeMeeting, 'meeting.close', {
    meetingId: open.id,
    version: open.version,
  });
  await hand.does(signOffMeeting, 'meeting.signOff', {
    meetingId: open.id,
    version: closed.version,
    minutes: '演示会议，重新开始时自动签定。',
    heldOn,
    lateReason: '演示重新开始',
  });
}
