import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { checkSchema } from '../database/migrate';
import type { Tables } from '../database/tables';
import type { Ports } from '../ports/ports';

/** `GET /healthz` for a load balancer: 200 while the database answers and its schema is ours, else 503. Says nothing about anybody. */
export function addHealthRoute(app: FastifyInstance, db: Kysely<Tables>, ports: Ports): void {
  app.get('/healthz', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      const schema = await checkSchema(db);
      return reply.code(schema === 'ok' ? 200 : 503).send({ ok: schema === 'ok', database: 'ok', schema });
    } catch (error) {
      ports.log.error('health check failed', error);
      return reply.code(503).send({ ok: false, database: 'unreachable' });
    }
  });
}
