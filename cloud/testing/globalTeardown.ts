import { stopTestCluster } from './cluster';

/** Jest: the run's cluster ends with it; no process and no folder stays. */
export default async function globalTeardown(): Promise<void> {
  await stopTestCluster();
}
