import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../database/tables';
import type { Ports } from '../ports/ports';
import { runTick } from '../tick';

/** The demo's open meeting and a due notice appear within half a minute; a tick that finds nothing costs a few milliseconds. */
const INTERVAL_MS = 20_000;

/** Any number that nothing else in this program locks; "tick" on a telephone keypad. */
const TICK_LOCK = 8_425;

/** A running tick loop. */
export interface TickLoop {
  /** No further tick begins; resolves when the running one has ended. */
  stop(): Promise<void>;
}

/** Runs the tick at once and then every 20 s, in one of the processes on this database at a time. Never rejects: a failed tick is logged and the next one tries again. */
export function startTickLoop(db: Kysely<Tables>, ports: Ports): TickLoop {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const round = async () => {
    try {
      await tickAlone(db, ports);
    } catch (error) {
      ports.log.error('tick failed', error);
    }
    if (isStopped) return;
    timer = setTimeout(() => {
      running = round();
    }, INTERVAL_MS);
  };
  let running = round();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/**
 * The lock lives as long as its transaction, so a killed process leaves none behind, and a pooler in transaction mode
 * cannot hand it to another. A tick is harmless when run twice (tick.ts): the lock only saves the work.
 */
async function tickAlone(db: Kysely<Tables>, ports: Ports): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{
      mine: boolean;
    }>`select pg_try_advisory_xact_lock(${TICK_LOCK}) as mine`.execute(trx);
    if (rows[0]?.mine) await runTick(db, ports);
  });
}
