import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../database/tables';
import type { Transaction } from '../database/tenantTransaction';
import type { Ports } from '../ports/ports';

/** How many tries a bucket has in a sliding window. */
export interface TryLimit {
  limit: number;
  windowMinutes: number;
}

/**
 * Takes one try from a bucket and says whether it was still within the limit.
 * The try is counted before it is judged, in a statement of its own that
 * commits at once: parallel guesses count, and a refusal does not give the try
 * back. The bucket's parts are hashed under a key: no name or address is kept.
 *
 * Pass the pool (`db`), or a transaction that a refusal does not roll back (KeptRefusal); there the count
 * stays locked until the refusal is committed. In any other transaction only what succeeds counts.
 */
export async function takeTry(
  db: Kysely<Tables>,
  ports: Ports,
  bucket: readonly string[],
  { limit, windowMinutes }: TryLimit,
): Promise<boolean> {
  const now = ports.clock.now();
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const from = new Date(now.getTime() - windowMinutes * 60_000);
  const name = hashBucket(ports, bucket);
  const { rows } = await sql<{ tried: number }>`
    with taken as (
      insert into gate.tries (bucket, window_start, count) values (${name}, ${minute}, 1)
      on conflict (bucket, window_start) do update set count = gate.tries.count + 1
      returning count
    )
    select (select count from taken)::int + coalesce(sum(count), 0)::int as tried
    from gate.tries where bucket = ${name} and window_start > ${from} and window_start <> ${minute}`.execute(
    db,
  );
  return (rows[0]?.tried ?? 0) <= limit;
}

/**
 * SQL for a statement of one's own: how many tries a bucket has in the window.
 * Waits for tries being counted at this moment, so that guesses made at once do
 * not slip past each other; only a bucket's very first try may still be unseen
 * by those sent at the same instant, never more than there are connections.
 */
export function triesSoFar(
  ports: Ports,
  bucket: readonly string[],
  windowMinutes: number,
): RawBuilder<number> {
  const from = new Date(ports.clock.now().getTime() - windowMinutes * 60_000);
  return sql<number>`(select coalesce(sum(count), 0)::int from (
    select count from gate.tries where bucket = ${hashBucket(ports, bucket)} and window_start > ${from} for update) as tried)`;
}

/** Forgets a bucket's tries, after the right answer. */
export async function forgetTries(
  db: Kysely<Tables> | Transaction,
  ports: Ports,
  bucket: readonly string[],
): Promise<void> {
  await db.deleteFrom('gate.tries').where('bucket', '=', hashBucket(ports, bucket)).execute();
}

function hashBucket(ports: Ports, bucket: readonly string[]): string {
  return ports.keyring.mac('tries', JSON.stringify(bucket)).toString('base64url');
}
