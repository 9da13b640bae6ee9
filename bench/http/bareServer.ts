import Fastify from 'fastify';
import { Pool } from 'pg';
import { parseKeys } from '../../cloud/ports/keyring';
import type { BareJob } from './bareJob';

/**
 * The baseline as a process of its own: the same whole transaction behind a bare
 * Fastify route. argv: database URL, KEYS, path of a module that exports `job`.
 */
async function main(): Promise<void> {
  const [databaseUrl = '', keys = '', modulePath = ''] = process.argv.slice(2);
  const pool = new Pool({ connectionString: databaseUrl, max: 10 });
  const keyring = parseKeys(keys);
  const { job } = (await import(modulePath)) as { job: BareJob };
  const app = Fastify({ logger: false });
  app.post('/run', async (request) => {
    const token = /morning=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const hash = keyring.mac('session', token).toString('base64url');
    const client = await pool.connect();
    try {
      const session = await client.query<{ tenant_id: string; member_id: string }>(
        'select id, tenant_id, member_id from gate.session where token_hash = $1 and expires_at > $2',
        [hash, new Date()],
      );
      const who = session.rows[0];
      if (!who) return { ok: false };
      await client.query(`begin; select set_config('app.tenant', '${who.tenant_id}', true)`);
      const data = await job(client, { tenantId: who.tenant_id, memberId: who.member_id }, request.body);
      await client.query('commit');
      return { ok: true, data };
    } finally {
      client.release();
    }
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  process.send?.({ address });
}

void main();
