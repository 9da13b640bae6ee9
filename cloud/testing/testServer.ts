import { oldestBuild } from '../../src/contract/build';
import { CLIENT_HEADER, CLIENT_HEADER_H5 } from '../../src/contract/transport';
import { readConfig } from '../config';
import { type Clock, systemClock } from '../ports/clock';
import type { Log } from '../ports/log';
import type { Ports } from '../ports/ports';
import { serve } from '../server/serve';
import { createTestDatabase, type TestDatabase } from './database';
import { createDemoDatabase, type DemoDatabase } from './demoDatabase';
import { createTestPorts } from './ports';

/** A whole server with its tick on a database of its own. */
export interface TestServer {
  url: string;
  database: TestDatabase;
  ports: Ports;
  /** What the server logged as an error: the unexpected. */
  errors: string[];
  /** Ends the server and drops the database. The cluster stays. */
  stop(): Promise<void>;
}

/**
 * Serves a built H5 on a free port of this machine, as `npm start` does, on a database of the test cluster: filled with
 * the demo bureau as it is at `start` (else at the clock's now), or, with `isEmpty`, without any bureau.
 */
export async function startTestServer(
  h5Dir: string,
  { clock = systemClock, start, isEmpty = false }: { clock?: Clock; start?: string; isEmpty?: boolean } = {},
): Promise<TestServer> {
  const now = start ?? clock.now().toISOString();
  const { database, filesFrom }: Partial<DemoDatabase> & { database: TestDatabase } = isEmpty
    ? { database: await createTestDatabase() }
    : await createDemoDatabase(now);
  const errors: string[] = [];
  const world = createTestPorts(now, keepErrors(errors), filesFrom);
  const ports = { ...world.ports, clock };
  const config = readConfig({ PORT: '0' });
  const server = await serve({ config, databaseUrl: database.appUrl, ports, h5Dir });
  return {
    url: server.url,
    database,
    ports,
    errors,
    stop: async () => {
      await server.stop();
      await database.close();
      world.close();
    },
  };
}

/** Steps into one of the demo's pairs of shoes without a browser; the session cookie, `name=value`. */
export async function stepInto(url: string, shoe: string): Promise<string> {
  const reply = await fetch(`${url}/api/identity.stepInto`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, [CLIENT_HEADER]: CLIENT_HEADER_H5 },
    body: JSON.stringify({ input: { shoe }, build: oldestBuild }),
  });
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`nobody stepped into ${shoe}: ${await reply.text()}`);
  return cookie;
}

function keepErrors(errors: string[]): Log {
  return {
    info: () => undefined,
    error: (event, error) => void errors.push(`${event}: ${String(error)}`),
  };
}
