import { sql } from 'kysely';
import type { RollState } from '../../src/domain/meeting/roll';
import type { Place } from '../../src/domain/roster/acts';
import type { OrganisationLevel } from '../../src/domain/roster/posts';
import type { MeetingRow } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';

export type MeetingType = MeetingRow['type'];
export type MeetingState = 'planned' | 'open' | 'closed' | 'signed' | 'cancelled';

/** Somebody's line of a roll, as that person sees it. */
export interface OwnLine {
  state: RollState;
  method: 'code' | 'byHand' | null;
  recordedAt: Date | null;
}

/** A meeting with its place in the tree and the reader's own line. */
export interface MeetingRecord extends Place {
  id: string;
  type: MeetingType;
  title: string;
  place: string;
  plannedAt: Date;
  agenda: { title: string; minutes: number }[];
  state: MeetingState;
  minutes: string | null;
  signedByName: string | null;
  demo: boolean;
  version: number;
  organisationName: string;
  level: OrganisationLevel;
  mine: OwnLine | null;
}

/** Who reads: the tenant, and the member whose own line comes along. */
export interface Reader {
  tenantId: string;
  memberId: string;
}

/**
 * One meeting, or null. `share` holds its state while a line of the roll
 * changes, `update` while the meeting itself does.
 */
export async function findMeeting(
  trx: Transaction,
  reader: Reader,
  meetingId: string,
  lock: 'none' | 'share' | 'update' = 'none',
): Promise<MeetingRecord | null> {
  const query = selectMeetings(trx, reader).where('m.id', '=', meetingId);
  const locked = lock === 'share' ? query.forShare('m') : lock === 'update' ? query.forUpdate('m') : query;
  const row = await locked.executeTakeFirst();
  return row ? toRecord(row) : null;
}

/** One of the two lists of a member. */
export interface MeetingList {
  organisationIds: readonly string[];
  /** `upcoming`: open, planned, and cancelled from `since` on, nearest first; `past`: the others, latest first. */
  which: 'upcoming' | 'past';
  since: Date;
  limit: number;
}

/** Meetings of the organisations and those on whose roll the reader stands; a list that a screen waits for. */
export async function listMeetings(
  trx: Transaction,
  reader: Reader,
  list: MeetingList,
): Promise<MeetingRecord[]> {
  const rows = await selectList(trx, reader, list).execute();
  return rows.map(toRecord);
}

/** The statement of `listMeetings`, for the test that looks at its plan. */
export function selectList(
  trx: Transaction,
  reader: Reader,
  { organisationIds, which, since, limit }: MeetingList,
) {
  const order = which === 'upcoming' ? 'asc' : 'desc';
  return selectMeetings(trx, reader)
    .where(
      'm.id',
      'in',
      sql<string>`(
        select id from meeting
          where tenant_id = ${reader.tenantId} and organisation_id = any(${[...organisationIds]}::uuid[])
        union
        select meeting_id from roll_entry where tenant_id = ${reader.tenantId} and member_id = ${reader.memberId})`,
    )
    .where(({ eb, and, or }) =>
      or([
        eb('m.state', 'in', which === 'upcoming' ? ['planned', 'open'] : ['closed', 'signed']),
        and([eb('m.state', '=', 'cancelled'), eb('m.planned_at', which === 'upcoming' ? '>=' : '<', since)]),
      ]),
    )
    .orderBy('m.planned_at', order)
    .orderBy('m.id', order)
    .limit(limit);
}

export interface NewMeeting {
  id: string;
  organisationId: string;
  type: MeetingType;
  title: string;
  place: string;
  plannedAt: Date;
  agenda: readonly { title: string; minutes: number }[];
  calledBy: string;
  demo: boolean;
}

/** Adds a planned meeting, version 1. */
export async function insertMeeting(trx: Transaction, tenantId: string, one: NewMeeting): Promise<void> {
  await trx
    .insertInto('meeting')
    .values({
      tenant_id: tenantId,
      id: one.id,
      organisation_id: one.organisationId,
      type: one.type,
      title: one.title,
      place: one.place,
      planned_at: one.plannedAt,
      agenda: JSON.stringify(one.agenda),
      called_by: one.calledBy,
      demo: one.demo,
      opened_at: null,
      closed_at: null,
      cancel_reason: null,
      minutes: null,
      held_on: null,
      late_reason: null,
      signed_at: null,
      signed_by: null,
    })
    .execute();
}

/** What a step of a meeting writes besides its state. */
export type MeetingStep =
  | { state: 'cancelled'; cancel_reason: string }
  | { state: 'open'; opened_at: Date }
  | { state: 'closed'; closed_at: Date }
  | {
      state: 'signed';
      minutes: string;
      held_on: string;
      late_reason: string | null;
      signed_at: Date;
      signed_by: string;
    };

/** Takes a meeting, locked by the caller, to its next state and version; returns the version. */
export async function advanceMeeting(
  trx: Transaction,
  tenantId: string,
  meetingId: string,
  step: MeetingStep,
): Promise<number> {
  const { version } = await trx
    .updateTable('meeting')
    .set({ ...step, version: sql`version + 1` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', meetingId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

function selectMeetings(trx: Transaction, reader: Reader) {
  return trx
    .selectFrom('meeting as m')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.tenant_id', '=', 'm.tenant_id').onRef('o.id', '=', 'm.organisation_id'),
    )
    .leftJoin('roll_entry as r', (join) =>
      join
        .onRef('r.tenant_id', '=', 'm.tenant_id')
        .onRef('r.meeting_id', '=', 'm.id')
        .on('r.member_id', '=', reader.memberId),
    )
    .leftJoin('member as signer', (join) =>
      join.onRef('signer.tenant_id', '=', 'm.tenant_id').onRef('signer.id', '=', 'm.signed_by'),
    )
    .select([
      'm.id',
      'm.organisation_id',
      'm.type',
      'm.title',
      'm.place',
      'm.planned_at',
      'm.agenda',
      'm.state',
      'm.minutes',
      'm.demo',
      'm.version',
      'o.name as organisation_name',
      'o.path as organisation_path',
      'o.level',
      'r.state as own_state',
      'r.method as own_method',
      'r.recorded_at as own_recorded_at',
      'signer.name as signed_by_name',
    ])
    .where('m.tenant_id', '=', reader.tenantId);
}

type SelectedMeeting = Awaited<ReturnType<ReturnType<typeof selectMeetings>['execute']>>[number];

function toRecord(row: SelectedMeeting): MeetingRecord {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationPath: row.organisation_path,
    organisationName: row.organisation_name,
    level: row.level,
    type: row.type,
    title: row.title,
    place: row.place,
    plannedAt: row.planned_at,
    agenda: row.agenda,
    state: row.state,
    minutes: row.minutes,
    signedByName: row.signed_by_name,
    demo: row.demo,
    version: row.version,
    mine: row.own_state
      ? { state: row.own_state, method: row.own_method, recordedAt: row.own_recorded_at }
      : null,
  };
}
