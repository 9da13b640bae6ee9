import { startTestCluster } from './cluster';

/** Jest: one database cluster for the whole run, before the first test file. */
export default async function globalSetup(): Promise<void> {
  await startTestCluster();
}
