import type { AddressInfo } from 'node:net';
import { oldestBuild } from '../../src/contract/build';
import type { Config } from '../config';
import { assertSafeRole } from '../database/assertSafeRole';
import { connect } from '../database/connect';
import { hasDemoMark } from '../database/demoMark';
import { checkSchema } from '../database/migrate';
import { StartError } from '../database/startError';
import { createDispatch } from '../dispatch';
import type { Ports } from '../ports/ports';
import { useCases } from '../useCases';
import { createServer } from './createServer';
import { loadStaticFiles } from './staticFiles';
import { startTickLoop } from './tickLoop';

export interface ServeOptions {
  config: Config;
  /** As the application's role. */
  databaseUrl: string;
  ports: Ports;
  /** The H5 build. */
  h5Dir: string;
}

/** A server that listens. */
export interface RunningServer {
  /** With the port really taken. */
  url: string;
  /** Takes no new request, ends those that run, then the tick and the database connections; may be called twice. */
  stop(): Promise<void>;
}

/** A request that is not done 10 s after the end was asked for is cut off; a statement may take as long at most (tenantTransaction.ts). */
const LAST_REQUESTS_MS = 10_000;

/**
 * Opens the HTTP entry on a migrated database. Rejects before it listens, with a StartError, when the role is unsafe
 * or the schema is not this program's, and with the system's error when the port is taken.
 */
export async function serve({ config, databaseUrl, ports, h5Dir }: ServeOptions): Promise<RunningServer> {
  const database = connect(databaseUrl, {
    preparedStatements: config.preparedStatements,
    onIdleError: (error) => ports.log.error('idle connection broke', error),
  });
  const { db } = database;
  try {
    await assertSafeRole(db);
    const schema = await checkSchema(db);
    if (schema !== 'ok') throw new StartError(schema === 'newer' ? 'schema_newer' : 'schema_behind');
    const dispatch = createDispatch({ db, ports, useCases, demo: await hasDemoMark(db), oldestBuild });
    const app = createServer({ dispatch, db, ports, staticFiles: loadStaticFiles(h5Dir), config });
    await app.listen({ port: config.port, host: config.host });
    const { port } = app.server.address() as AddressInfo;
    const ticking = startTickLoop(db, ports);
    let stopping: Promise<void> | undefined;
    return {
      url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
      stop() {
        stopping ??= (async () => {
          const cut = setTimeout(() => app.server.closeAllConnections(), LAST_REQUESTS_MS);
          await app.close();
          clearTimeout(cut);
          await ticking.stop();
          await database.close();
        })();
        return stopping;
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
