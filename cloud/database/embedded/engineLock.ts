import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** Any number that nothing else in this program locks; "engine" on a telephone keypad. */
const ENGINE_LOCK = 364_463;

/** The killed owner's session ends when the server notices its closed socket, a few milliseconds later; 2 s is ample. */
const OWNER_GONE_MS = 2_000;

/** How long to wait before asking again. */
const RETRY_MS = 50;

/** pg has these methods; its types do not. */
type Referable = Client & { ref(): void; unref(): void };

/** The mark that this process owns the running database; ends with its session, so also with kill -9. */
export interface EngineLock {
  /** False from the moment when another process has taken it over. */
  isHeld(): boolean;
  release(): Promise<void>;
}

/**
 * Takes the session lock that says whose a running embedded database is: undefined when another process still has it
 * after `waitMs`.
 *
 * When the session breaks while the database lives on (a crashed backend restarts them all), it is taken again;
 * `onLost` is called when the database itself is gone.
 */
export async function takeEngineLock(
  superuserUrl: string,
  onLost: () => void,
  waitMs: number = OWNER_GONE_MS,
): Promise<EngineLock | undefined> {
  let client = await lock(superuserUrl, waitMs);
  if (client === undefined) return undefined;
  let released = false;

  const guard = (held: Client) => {
    held.once('end', () => {
      client = undefined;
      if (!released) void retake();
    });
  };
  const retake = async () => {
    try {
      // Recovery after a crashed backend takes a moment, in which connections are refused with 57P03.
      const again = await lock(superuserUrl, OWNER_GONE_MS, true);
      if (released) await again?.end();
      else if (again !== undefined) {
        client = again;
        guard(again);
      }
    } catch {
      if (!released) onLost();
    }
  };
  guard(client);
  return {
    isHeld: () => client !== undefined,
    async release() {
      released = true;
      // Else a program with nothing else to do would end while it waits here.
      (client as Referable | undefined)?.ref();
      await client?.end();
    },
  };
}

async function lock(url: string, limitMs: number, isPatient = false): Promise<Client | undefined> {
  const end = performance.now() + limitMs;
  const client = await open(url, isPatient);
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      ENGINE_LOCK,
    ]);
    if (rows[0]?.locked) {
      // The lock alone keeps no program from ending.
      (client as Referable).unref();
      return client;
    }
    if (performance.now() > end) {
      await client.end();
      return undefined;
    }
    await sleep(RETRY_MS);
  }
}

async function open(url: string, isPatient: boolean): Promise<Client> {
  for (;;) {
    const client = new Client({
      connectionString: url,
      application_name: 'morning-study engine',
      keepAlive: true,
    });
    // Without a listener a broken session ends the process; 'end' follows in any case.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (!isPatient || (error as { code?: string }).code !== '57P03') throw error;
      await sleep(RETRY_MS);
    }
  }
}
