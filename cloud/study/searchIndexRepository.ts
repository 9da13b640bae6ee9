import { sql } from 'kysely';
import { gramsOf } from '../../src/domain/study/search/searchTerms';
import { wordsOf } from '../../src/domain/study/search/wordsOf';
import type { StoredSource } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';

/** How much a gram counts by where it stands: title, topic or source, text. */
const WEIGHTS = { title: 3, about: 2, text: 1 } as const;

/** What is found by searching. */
export type SearchKind = 'piece' | 'series';

/** A text of an entry and how much its grams count. */
interface WeighedText {
  text: string;
  weight: number;
}

/**
 * Cuts a piece for searching, in the transaction that changed it: an approved one is cut anew, any other is taken out.
 * A piece approved for a coming day is in the index and found once it is published. No piece, no change.
 */
export async function indexPiece(trx: Transaction, tenantId: string, pieceId: string): Promise<void> {
  await dropEntry(trx, tenantId, 'piece', pieceId);
  const piece = await trx
    .selectFrom('piece')
    .select(['title', 'topic', 'blocks', 'source'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', pieceId)
    .where('state', '=', 'approved')
    .executeTakeFirst();
  if (!piece) return;
  await insertEntry(trx, tenantId, 'piece', pieceId, [
    { text: piece.title, weight: WEIGHTS.title },
    { text: sayAbout(piece), weight: WEIGHTS.about },
    { text: wordsOf(piece.blocks), weight: WEIGHTS.text },
  ]);
}

/**
 * Cuts a series for searching by its title, topic and source, in the transaction that changed it; its text is found
 * through its pieces. One that is not approved is taken out. No series, no change.
 */
export async function indexSeries(trx: Transaction, tenantId: string, seriesId: string): Promise<void> {
  await dropEntry(trx, tenantId, 'series', seriesId);
  const series = await trx
    .selectFrom('series')
    .select(['title', 'topic', 'source'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', seriesId)
    .where('state', '=', 'approved')
    .executeTakeFirst();
  if (!series) return;
  await insertEntry(trx, tenantId, 'series', seriesId, [
    { text: series.title, weight: WEIGHTS.title },
    { text: sayAbout(series), weight: WEIGHTS.about },
  ]);
}

function sayAbout({ topic, source }: { topic: string; source: StoredSource | null }): string {
  return `${topic}\n${source?.title ?? ''}\n${source?.article ?? ''}`;
}

/** Takes something out of the index; what is not in it is no matter. */
async function dropEntry(trx: Transaction, tenantId: string, kind: SearchKind, id: string): Promise<void> {
  await trx
    .deleteFrom('search_entry')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute();
}

/**
 * Pieces and series whose entry is missing (they are older than the index) or left behind, at most `limit`: for `tick`,
 * so that the index is whole whoever changed what in whatever way.
 */
export async function findUnindexed(
  trx: Transaction,
  tenantId: string,
  limit: number,
): Promise<{ kind: SearchKind; id: string }[]> {
  const unindexed = (kind: SearchKind) => sql`
    select ${kind}::text as kind, t.id from ${sql.table(kind)} t left join search_entry e
      on e.tenant_id = t.tenant_id and e.kind = ${kind} and e.id = t.id
    where t.tenant_id = ${tenantId} and (t.state = 'approved') <> (e.id is not null)`;
  const { rows } = await sql<{ kind: SearchKind; id: string }>`
    ${unindexed('series')} union all ${unindexed('piece')} limit ${limit}`.execute(trx);
  return rows;
}

async function insertEntry(
  trx: Transaction,
  tenantId: string,
  kind: SearchKind,
  id: string,
  texts: readonly WeighedText[],
): Promise<void> {
  const weights = new Map<string, number>();
  for (const { text, weight } of texts) {
    for (const gram of gramsOf(text)) weights.set(gram, Math.max(weight, weights.get(gram) ?? 0));
  }
  // Two at once cut the same text: the second finds everything there.
  await sql`
    insert into search_entry (tenant_id, kind, id) values (${tenantId}, ${kind}, ${id})
    on conflict (tenant_id, kind, id) do nothing`.execute(trx);
  await sql`
    insert into search_gram (tenant_id, gram, kind, id, weight)
    select ${tenantId}::uuid, cut.gram, ${kind}, ${id}::uuid, cut.weight
    from unnest(${[...weights.keys()]}::text[], ${[...weights.values()]}::smallint[]) as cut (gram, weight)
    on conflict (tenant_id, gram, kind, id) do nothing`.execute(trx);
}
