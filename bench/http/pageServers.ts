import { fillDemo } from '../../cloud/database/demo/fillDemo';
import { createDispatch } from '../../cloud/dispatch';
import { systemClock } from '../../cloud/ports/clock';
import { createServer } from '../../cloud/server/createServer';
import { loadStaticFiles } from '../../cloud/server/staticFiles';
import { stopTestCluster } from '../../cloud/testing/cluster';
import { createTestDatabase } from '../../cloud/testing/database';
import { createTestPorts } from '../../cloud/testing/ports';
import { useCases } from '../../cloud/useCases';
import { oldestBuild } from '../../src/contract/build';

/** The demo bureau behind our server, and the cookie of a member. */
export async function startDemoServer(
  h5Dir: string,
): Promise<{ url: string; cookie: string; stop(): Promise<void> }> {
  const database = await createTestDatabase();
  const world = createTestPorts(systemClock.now().toISOString());
  const ports = { ...world.ports, clock: systemClock };
  await fillDemo(database.ownerUrl, ports);
  const dispatch = createDispatch({ db: database.db, ports, useCases, demo: true, oldestBuild });
  const app = createServer({
    dispatch,
    db: database.db,
    ports,
    staticFiles: loadStaticFiles(h5Dir),
    config: { origins: [], trustedProxies: false },
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const caller = { channel: 'h5' as const, platform: null, sessionToken: null, address: null };
  const { session } = await dispatch({ operation: 'identity.stepInto', input: { shoe: 'member' }, caller });
  return {
    url,
    cookie: `morning=${session?.token ?? ''}`,
    stop: async () => {
      await app.close();
      await database.close();
      await stopTestCluster();
      world.close();
    },
  };
}

/** Any built H5 behind the same server code, without a database behind it. */
export async function startStaticServer(h5Dir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const database = await createTestDatabase();
  const world = createTestPorts(systemClock.now().toISOString());
  const dispatch = createDispatch({
    db: database.db,
    ports: world.ports,
    useCases,
    demo: false,
    oldestBuild,
  });
  const app = createServer({
    dispatch,
    db: database.db,
    ports: world.ports,
    staticFiles: loadStaticFiles(h5Dir),
    config: { origins: [], trustedProxies: false },
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    stop: async () => {
      await app.close();
      await database.close();
      world.close();
    },
  };
}
