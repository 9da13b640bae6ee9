import { Client } from 'pg';
import type { Stage } from './stage';

/**
 * A connection of its own, which waits as long as it takes and looks up no reference: what is laid by the million here
 * fits by how it is made, and looking takes ten times as long as laying.
 */
export async function layingBulk<T>(stage: Stage, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: stage.database.superuserUrl });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query("select set_config('app.tenant', $1, false)", [stage.tenantId]);
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
