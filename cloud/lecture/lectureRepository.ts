import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';
import { findPlace, listPlaces, type RosterPlace } from '../roster/placeRepository';
import { lockTurnRows } from '../swap/swapRepository';

/** A turn that is planned, with what verdicts on it need. */
export interface TurnRecord {
  id: string;
  organisationId: string;
  organisationPath: string;
  organisationName: string;
  day: string;
  speakerId: string;
  speakerName: string;
  topic: string;
  outline: string;
  pieceId: string | null;
  pieceTitle: string | null;
  pieceState: string | null;
  piecePublishAt: Date | null;
  laidBy: string;
  version: number;
}

const turnColumns = sql`t.id, t.organisation_id as "organisationId", o.path as "organisationPath",
    o.name as "organisationName", t.day, t.speaker_id as "speakerId", s.name as "speakerName", t.topic, t.outline,
    t.piece_id as "pieceId", p.title as "pieceTitle", p.state as "pieceState", p.publish_at as "piecePublishAt",
    t.laid_by as "laidBy", t.version`;

const turnTables = sql`lecture_turn t
    join organisation o on o.tenant_id = t.tenant_id and o.id = t.organisation_id
    join member s on s.tenant_id = t.tenant_id and s.id = t.speaker_id
    left join piece p on p.tenant_id = t.tenant_id and p.id = t.piece_id`;

/** More turns than a rota of two years has; a page shows them all. */
const MOST_TURNS = 200;

/** The turns of the given organisations from `day` on, by day. */
export async function findTurns(
  trx: Transaction,
  tenantId: string,
  organisationIds: readonly string[],
  day: string,
): Promise<TurnRecord[]> {
  const { rows } = await sql<TurnRecord>`
    select ${turnColumns} from ${turnTables}
    where t.tenant_id = ${tenantId} and t.organisation_id = any(${organisationIds}::uuid[]) and t.state = 'planned'
      and t.day >= ${day}
    order by t.day, o.path, t.id
    limit ${sql.lit(MOST_TURNS)}`.execute(trx);
  return rows;
}

/** Planned turns by their ids, locked. */
export async function lockTurns(
  trx: Transaction,
  tenantId: string,
  turnIds: readonly string[],
): Promise<TurnRecord[]> {
  await lockTurnRows(trx, 'lecture_turn', tenantId, turnIds);
  const { rows } = await sql<TurnRecord>`
    select ${turnColumns} from ${turnTables}
    where t.tenant_id = ${tenantId} and t.id = any(${turnIds}::uuid[]) and t.state = 'planned'`.execute(trx);
  return rows;
}

/** An organisation that has members of its own and is not dissolved, or null. */
export async function findLecturePlace(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
): Promise<RosterPlace | null> {
  const place = await findPlace(trx, tenantId, organisationId);
  return place && hasMembers(place) ? place : null;
}

/** Every organisation that has members of its own and is not dissolved, in tree order. */
export async function findLecturePlaces(trx: Transaction, tenantId: string): Promise<RosterPlace[]> {
  return (await listPlaces(trx, tenantId)).filter(hasMembers);
}

/** Those who belong to a committee belong to a branch: the committee itself has nobody to speak. */
function hasMembers({ level }: RosterPlace): boolean {
  return level !== 'organCommittee' && level !== 'leadingGroup';
}

function belongsOn(tenantId: string, organisationId: string, day: string): RawBuilder<unknown> {
  return sql`from affiliation a join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
    where a.tenant_id = ${tenantId} and a.organisation_id = ${organisationId} and m.status = 'active'
      and a.from_day <= ${day} and (a.to_day is null or a.to_day >= ${day})`;
}

/** Those who belong to an organisation on `day`, by name; at most a page of a large branch. */
export async function findSpeakers(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  day: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct m.id, m.name ${belongsOn(tenantId, organisationId, day)}
    order by m.name, m.id limit 500`.execute(trx);
  return rows;
}

/** True when the member belongs to the organisation on `day`. */
export async function isSpeaker(
  trx: Transaction,
  tenantId: string,
  { organisationId, memberId, day }: { organisationId: string; memberId: string; day: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 ${belongsOn(tenantId, organisationId, day)} and m.id = ${memberId} limit 1`.execute(trx);
  return rows.length > 0;
}

export interface NewTurn {
  id: string;
  organisationId: string;
  day: string;
  speakerId: string;
  topic: string;
  laidBy: string;
}

/** Adds a turn. The database refuses a second one of the same speaker on that day. */
export async function insertTurn(trx: Transaction, tenantId: string, turn: NewTurn): Promise<void> {
  await trx
    .insertInto('lecture_turn')
    .values({
      tenant_id: tenantId,
      id: turn.id,
      organisation_id: turn.organisationId,
      day: turn.day,
      speaker_id: turn.speakerId,
      topic: turn.topic,
      laid_by: turn.laidBy,
      piece_id: null,
    })
    .execute();
}

/** What becomes of a turn; absent fields stay. */
export interface TurnChange {
  day?: string;
  speaker_id?: string;
  topic?: string;
  outline?: string;
  piece_id?: string | null;
  state?: 'cancelled';
}

/** Changes a turn that is locked and counts its version up; returns the new one. */
export async function changeTurn(
  trx: Transaction,
  tenantId: string,
  turnId: string,
  change: TurnChange,
): Promise<number> {
  const { version } = await trx
    .updateTable('lecture_turn')
    .set((turn) => ({ ...change, version: turn('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', turnId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** The titles of the micro-lectures that somebody wrote and that were not withdrawn, the newest first. */
export async function findOwnLectures(
  trx: Transaction,
  tenantId: string,
  authorId: string,
): Promise<{ id: string; title: string }[]> {
  return trx
    .selectFrom('piece')
    .select(['id', 'title'])
    .where('tenant_id', '=', tenantId)
    .where('author_id', '=', authorId)
    .where('kind', '=', 'microLecture')
    .where('state', '<>', 'withdrawn')
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(20)
    .execute();
}
