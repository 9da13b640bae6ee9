import { type RawBuilder, sql } from 'kysely';
import type { RollKinds, RollState } from '../../src/domain/meeting/roll';
import type { Post } from '../../src/domain/roster/posts';
import type { Transaction } from '../database/tenantTransaction';
import type { MeetingState } from './meetingRepository';

/** One line of a roll. */
export interface RollRecord {
  memberId: string;
  name: string;
  due: boolean;
  reason: 'frail' | 'longLeave' | 'floating' | 'suspended' | 'invited' | null;
  voting: boolean;
  state: RollState;
  method: 'code' | 'byHand' | null;
  recordedAt: Date | null;
}

/** Who is put on a roll. */
export interface RollOf {
  meetingId: string;
  organisationId: string;
  /** `YYYY-MM-DD`: affiliations, posts and marks valid on it count. */
  day: string;
  kinds: RollKinds;
  /** When not null, the holders of these posts and nobody else. */
  posts: readonly Post[] | null;
  /** Marks that excuse, the one to be shown first. */
  excusing: readonly string[];
}

/**
 * Freezes the roll of an opened meeting in one statement: everybody active or
 * suspended who belongs to it that day, with the reason of those not due
 * (guest, then suspension, then the first excusing mark) and the vote as the
 * roster has it (domain.md 4.3: roll and voting base are two numbers).
 */
export async function freezeRoll(trx: Transaction, tenantId: string, roll: RollOf): Promise<void> {
  const onDay = (table: string) =>
    sql`${sql.ref(`${table}.from_day`)} <= ${roll.day} and (${sql.ref(`${table}.to_day`)} is null or ${sql.ref(`${table}.to_day`)} >= ${roll.day})`;
  const kinds = [...roll.kinds.members, ...roll.kinds.guests];
  const people = roll.posts
    ? sql`select p.member_id, true as by_right from post p
        where p.tenant_id = ${tenantId} and p.organisation_id = ${roll.organisationId}
          and p.post = any(${[...roll.posts]}::text[]) and ${onDay('p')}
        group by p.member_id`
    : sql`select a.member_id, bool_or(a.kind = any(${[...roll.kinds.members]}::text[])) as by_right from affiliation a
        where a.tenant_id = ${tenantId} and a.organisation_id = ${roll.organisationId}
          and a.kind = any(${kinds}::text[]) and ${onDay('a')}
        group by a.member_id`;
  await sql`
    with people as (${people}),
    judged as (
      select m.id, m.name, p.by_right and m.kind = 'full' and m.voting_right and m.status = 'active' as voting,
        case
          when not p.by_right then 'invited'
          when m.status = 'suspended' then 'suspended'
          else (
            select k.kind from member_mark k
            where k.tenant_id = ${tenantId} and k.member_id = m.id
              and k.kind = any(${[...roll.excusing]}::text[]) and ${onDay('k')}
            order by array_position(${[...roll.excusing]}::text[], k.kind) limit 1)
        end as reason
      from people p join member m on m.tenant_id = ${tenantId} and m.id = p.member_id
      where m.status in ('active', 'suspended')
    )
    insert into roll_entry (tenant_id, meeting_id, member_id, member_name, due, reason, voting)
    select ${tenantId}, ${roll.meetingId}, id, name, reason is null, reason, voting from judged`.execute(trx);
}

/** The roll of a meeting in the order of the roster; empty before it is opened. */
export async function findRoll(trx: Transaction, tenantId: string, meetingId: string): Promise<RollRecord[]> {
  const rows = await trx
    .selectFrom('roll_entry as r')
    .innerJoin('member as m', (join) =>
      join.onRef('m.tenant_id', '=', 'r.tenant_id').onRef('m.id', '=', 'r.member_id'),
    )
    .select([
      'r.member_id',
      'r.member_name',
      'r.due',
      'r.reason',
      'r.voting',
      'r.state',
      'r.method',
      'r.recorded_at',
    ])
    .where('r.tenant_id', '=', tenantId)
    .where('r.meeting_id', '=', meetingId)
    .orderBy('m.number')
    .execute();
  return rows.map((row) => ({
    memberId: row.member_id,
    name: row.member_name,
    due: row.due,
    reason: row.reason,
    voting: row.voting,
    state: row.state,
    method: row.method,
    recordedAt: row.recorded_at,
  }));
}

/** What the statement of a sign-in found, and what it did. */
export interface SignInOutcome {
  meetingState: MeetingState;
  organisationId: string;
  /** The line as it was; null when the member is not on the roll. */
  before: { state: RollState; method: 'code' | 'byHand' | null; recordedAt: Date | null } | null;
  /** Wrong codes counted so far. */
  tried: number;
  /** The new state, or null when nothing was changed. */
  arrived: 'present' | 'late' | null;
}

export interface SignInAttempt {
  meetingId: string;
  memberId: string;
  codeIsRight: boolean;
  now: Date;
  graceMinutes: number;
  tried: RawBuilder<number>;
  triesAllowed: number;
  changeId: string;
}

/**
 * The whole of a sign-in in one statement: holds the meeting's state, locks the
 * own line, and, when the code is right, the meeting open, the tries not used
 * up and the person not present yet, writes the line and its trace. Late is
 * after the start and the grace; the start is when it was really opened if that
 * was later than planned. Null when there is no such meeting.
 */
export async function signInOnRoll(
  trx: Transaction,
  tenantId: string,
  attempt: SignInAttempt,
): Promise<SignInOutcome | null> {
  const { meetingId, memberId, now, graceMinutes, codeIsRight, changeId } = attempt;
  const { rows } = await sql<{
    meeting_state: MeetingState;
    organisation_id: string;
    state: RollState | null;
    method: 'code' | 'byHand' | null;
    recorded_at: Date | null;
    tried: number;
    arrived: 'present' | 'late' | null;
  }>`
    with seen as (
      select state, organisation_id,
        case when ${now}::timestamptz > greatest(planned_at, opened_at) + make_interval(mins => ${graceMinutes}::int)
          then 'late' else 'present' end as arrives
      from meeting where tenant_id = ${tenantId} and id = ${meetingId} for share
    ),
    line as (
      select state, method, recorded_at from roll_entry
      where tenant_id = ${tenantId} and meeting_id = ${meetingId} and member_id = ${memberId} for update
    ),
    tries as (select ${attempt.tried} as tried),
    changed as (
      update roll_entry r
      set state = seen.arrives, method = 'code', recorded_by = ${memberId}, recorded_at = ${now}
      from seen, line, tries
      where r.tenant_id = ${tenantId} and r.meeting_id = ${meetingId} and r.member_id = ${memberId}
        and ${codeIsRight}::boolean and seen.state = 'open' and line.state not in ('present', 'late')
        and tries.tried < ${attempt.triesAllowed}::int
      returning r.state
    ),
    traced as (
      insert into roll_change (tenant_id, id, meeting_id, member_id, from_state, to_state, method, changed_by, changed_at)
      select ${tenantId}, ${changeId}, ${meetingId}, ${memberId}, line.state, changed.state, 'code', ${memberId}, ${now}
      from line, changed
    )
    select seen.state as meeting_state, seen.organisation_id, line.state, line.method, line.recorded_at,
      tries.tried, changed.state as arrived
    from seen cross join tries left join line on true left join changed on true`.execute(trx);
  const row = rows[0];
  if (!row) return null;
  return {
    meetingState: row.meeting_state,
    organisationId: row.organisation_id,
    before: row.state ? { state: row.state, method: row.method, recordedAt: row.recorded_at } : null,
    tried: row.tried,
    arrived: row.arrived,
  };
}

export interface Tick {
  meetingId: string;
  memberId: string;
  state: RollState;
  reason: string | null;
  by: string;
  now: Date;
  changeId: string;
}

/**
 * Ticks somebody by hand, with a trace each time; `expected` takes the tick
 * back. The caller holds the meeting's state. False when the person is not on the roll.
 */
export async function tickOnRoll(trx: Transaction, tenantId: string, tick: Tick): Promise<boolean> {
  const isTicked = tick.state !== 'expected';
  const { rows } = await sql<{ state: RollState }>`
    with line as (
      select state from roll_entry
      where tenant_id = ${tenantId} and meeting_id = ${tick.meetingId} and member_id = ${tick.memberId} for update
    ),
    changed as (
      update roll_entry r
      set state = ${tick.state}, method = ${isTicked ? 'byHand' : null},
        recorded_by = ${isTicked ? tick.by : null}, recorded_at = ${isTicked ? tick.now : null}
      from line
      where r.tenant_id = ${tenantId} and r.meeting_id = ${tick.meetingId} and r.member_id = ${tick.memberId}
      returning r.state
    )
    insert into roll_change
      (tenant_id, id, meeting_id, member_id, from_state, to_state, method, reason, changed_by, changed_at)
    select ${tenantId}, ${tick.changeId}, ${tick.meetingId}, ${tick.memberId}, line.state, changed.state, 'byHand',
      ${tick.reason}, ${tick.by}, ${tick.now}
    from line, changed
    returning to_state as state`.execute(trx);
  return rows.length > 0;
}
