import { sql } from 'kysely';
import type { SupplyWeek } from '../../../src/domain/study/supply/layInTurn';
import type { Transaction } from '../../database/tenantTransaction';
import type { JudgedPiece } from '../../policies/study';
import { lockTurnRows } from '../../swap/swapRepository';

/** A turn of the supply rota with what verdicts on it need. */
export interface SupplyTurn {
  id: string;
  publisherId: string;
  publisherPath: string;
  publisherName: string;
  supplierId: string;
  supplierPath: string;
  supplierName: string;
  /** Its Monday. */
  week: string;
  version: number;
}

const turnColumns = sql`t.id, t.publisher_id as "publisherId", p.path as "publisherPath", p.name as "publisherName",
    t.supplier_id as "supplierId", s.path as "supplierPath", s.name as "supplierName", t.week, t.version`;

const turnTables = sql`supply_turn t
    join organisation p on p.tenant_id = t.tenant_id and p.id = t.publisher_id
    join organisation s on s.tenant_id = t.tenant_id and s.id = t.supplier_id`;

/** More than the rotas of a clerk's branches have ahead; a page shows them all. */
const MOST_TURNS = 300;

/** The turns from the Monday `from` on, by week: of the rotas of `publisherIds`, and of those in which one of `supplierIds` has a turn. */
export async function findTurns(
  trx: Transaction,
  tenantId: string,
  of: { publisherIds: readonly string[]; supplierIds: readonly string[]; from: string },
): Promise<SupplyTurn[]> {
  const { rows } = await sql<SupplyTurn>`
    with rota as (
      select distinct publisher_id as id from supply_turn
        where tenant_id = ${tenantId} and supplier_id = any(${[...of.supplierIds]}::uuid[]) and week >= ${of.from}
      union select unnest(${[...of.publisherIds]}::uuid[])
    )
    select ${turnColumns} from rota join ${turnTables} on t.publisher_id = rota.id
    where t.tenant_id = ${tenantId} and t.week >= ${of.from}
    order by t.week, p.path, t.id
    limit ${sql.lit(MOST_TURNS)}`.execute(trx);
  return rows;
}

/** Turns by their ids, locked. */
export async function lockTurns(
  trx: Transaction,
  tenantId: string,
  turnIds: readonly string[],
): Promise<SupplyTurn[]> {
  await lockTurnRows(trx, 'supply_turn', tenantId, turnIds);
  const { rows } = await sql<SupplyTurn>`
    select ${turnColumns} from ${turnTables}
    where t.tenant_id = ${tenantId} and t.id = any(${[...turnIds]}::uuid[])`.execute(trx);
  return rows;
}

/** Every turn of a rota that is kept, earlier ones too. */
export async function findLaidWeeks(
  trx: Transaction,
  tenantId: string,
  publisherId: string,
): Promise<SupplyWeek[]> {
  return trx
    .selectFrom('supply_turn')
    .select(['week', 'supplier_id as supplierId'])
    .where('tenant_id', '=', tenantId)
    .where('publisher_id', '=', publisherId)
    .orderBy('week')
    .execute();
}

export interface NewSupplyTurn {
  id: string;
  publisherId: string;
  supplierId: string;
  week: string;
  /** The supplier's officers know already that the week is near. */
  isTold: boolean;
  laidBy: string;
}

/** Adds turns. The database refuses a second one of a rota in the same week. */
export async function insertTurns(
  trx: Transaction,
  tenantId: string,
  turns: readonly NewSupplyTurn[],
): Promise<void> {
  if (turns.length === 0) return;
  await trx
    .insertInto('supply_turn')
    .values(
      turns.map(({ id, publisherId, supplierId, week, isTold, laidBy }) => ({
        tenant_id: tenantId,
        id,
        publisher_id: publisherId,
        supplier_id: supplierId,
        week,
        is_told: isTold,
        laid_by: laidBy,
      })),
    )
    .execute();
}

/** Gives a locked turn to another supplier and counts its version up; returns the new one. */
export async function changeSupplier(
  trx: Transaction,
  tenantId: string,
  turnId: string,
  { supplierId, isTold }: { supplierId: string; isTold: boolean },
): Promise<number> {
  const { version } = await trx
    .updateTable('supply_turn')
    .set((turn) => ({ supplier_id: supplierId, is_told: isTold, version: turn('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', turnId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Two turns of different weeks change their suppliers, each with what was written for it; both are told meanwhile. */
export async function exchangeSuppliers(
  trx: Transaction,
  tenantId: string,
  [first, second]: readonly [string, string],
): Promise<void> {
  const both = [first, second];
  await sql`update supply_turn t set supplier_id = other.supplier_id, version = t.version + 1
    from supply_turn other
    where t.tenant_id = ${tenantId} and other.tenant_id = ${tenantId} and t.id = any(${both}::uuid[])
      and other.id = any(${both}::uuid[]) and other.id <> t.id`.execute(trx);
  await sql`update supply_piece
    set turn_id = case when turn_id = ${first}::uuid then ${second}::uuid else ${first}::uuid end
    where tenant_id = ${tenantId} and turn_id = any(${both}::uuid[])`.execute(trx);
}

/** Takes a turn off the rota, with the questions about it; the pieces stay. */
export async function deleteTurn(trx: Transaction, tenantId: string, turnId: string): Promise<void> {
  await trx.deleteFrom('supply_turn').where('tenant_id', '=', tenantId).where('id', '=', turnId).execute();
}

/** Takes away the turns of weeks before `before`; what was written stays, and nobody can add up who supplied how much. */
export async function deleteOldTurns(trx: Transaction, tenantId: string, before: string): Promise<void> {
  await trx.deleteFrom('supply_turn').where('tenant_id', '=', tenantId).where('week', '<', before).execute();
}

/** Says for which week a new draft is written. */
export async function attachPiece(
  trx: Transaction,
  tenantId: string,
  turnId: string,
  pieceId: string,
): Promise<void> {
  await trx
    .insertInto('supply_piece')
    .values({ tenant_id: tenantId, turn_id: turnId, piece_id: pieceId })
    .execute();
}

/** What was written for a week is for none any more. */
export async function detachPieces(trx: Transaction, tenantId: string, turnId: string): Promise<void> {
  await trx
    .deleteFrom('supply_piece')
    .where('tenant_id', '=', tenantId)
    .where('turn_id', '=', turnId)
    .execute();
}

/** A piece that was written for a turn. */
export interface SuppliedPiece extends JudgedPiece {
  turnId: string;
  id: string;
  title: string;
}

/** What was written for the turns and was not withdrawn. */
export async function findSupplied(
  trx: Transaction,
  tenantId: string,
  turnIds: readonly string[],
): Promise<SuppliedPiece[]> {
  const { rows } = await sql<SuppliedPiece>`
    select l.turn_id as "turnId", p.id, p.title, p.state, p.organisation_id as "organisationId",
      o.path as "organisationPath", p.author_id as "authorId", p.editor_ids as "editorIds"
    from supply_piece l
    join piece p on p.tenant_id = l.tenant_id and p.id = l.piece_id and p.state <> 'withdrawn'
    join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
    where l.tenant_id = ${tenantId} and l.turn_id = any(${[...turnIds]}::uuid[])
    order by p.id`.execute(trx);
  return rows;
}

/** Who supplies a publisher in the week of a Monday, or null. */
export async function findSupplierName(
  trx: Transaction,
  tenantId: string,
  { publisherId, week }: { publisherId: string; week: string },
): Promise<string | null> {
  const row = await trx
    .selectFrom('supply_turn as t')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.tenant_id', '=', 't.tenant_id').onRef('o.id', '=', 't.supplier_id'),
    )
    .select('o.name')
    .where('t.tenant_id', '=', tenantId)
    .where('t.publisher_id', '=', publisherId)
    .where('t.week', '=', week)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Notes the turns of weeks from `from` to `until` (Mondays) as told and returns those that were not; of two at once one gets each. */
export async function takeUntold(
  trx: Transaction,
  tenantId: string,
  { from, until }: { from: string; until: string },
): Promise<SupplyTurn[]> {
  const { rows } = await sql<{ id: string }>`
    update supply_turn set is_told = true
    where tenant_id = ${tenantId} and not is_told and week between ${from} and ${until}
    returning id`.execute(trx);
  return rows.length === 0
    ? []
    : lockTurns(
        trx,
        tenantId,
        rows.map(({ id }) => id),
      );
}
