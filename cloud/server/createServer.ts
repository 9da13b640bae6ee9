import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { errorTable } from '../../src/contract/errors';
import { MAX_BODY_BYTES } from '../../src/contract/transport';
import { AppError } from '../appError';
import type { Config } from '../config';
import type { Tables } from '../database/tables';
import type { Dispatch } from '../dispatch';
import type { Ports } from '../ports/ports';
import { addApiRoutes } from './apiRoutes';
import { addFileRoutes } from './fileRoutes';
import { addHealthRoute } from './healthRoute';
import { refuse } from './refuse';
import { securityHeaders } from './securityHeaders';
import { addStaticRoutes, type StaticFiles } from './staticFiles';

export interface ServerParts {
  dispatch: Dispatch;
  db: Kysely<Tables>;
  ports: Ports;
  /** The H5 build, or null to serve the API only. */
  staticFiles: StaticFiles | null;
  config: Pick<Config, 'origins' | 'trustedProxies'>;
}

/**
 * Node closes an idle keep-alive connection after 5 s, which a proxy in front may be about to use; longer than the
 * 60 s that nginx keeps its own (nginx, keepalive_timeout of upstream) leaves the closing to the proxy.
 */
const KEEP_ALIVE_MS = 65_000;

/** A request that is not here after this long is somebody holding a connection (a 20 MB file at 1 Mbit/s takes 160 s). */
const REQUEST_TIMEOUT_MS = 300_000;

/**
 * The self-hosted entry (architecture.md "Entries"): H5, `/api/<operation>`, `/files/<id>`, `/healthz`. Does not
 * listen yet. Replies are coded errors with their Chinese sentence or what was asked for, never a stack.
 */
export function createServer({ dispatch, db, ports, staticFiles, config }: ServerParts): FastifyInstance {
  const headers = securityHeaders(isSecure(config));
  const app = Fastify({
    bodyLimit: MAX_BODY_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: config.trustedProxies === false ? false : [...config.trustedProxies],
    logger: false,
    routerOptions: { maxParamLength: 200 },
    // A closing server ends connections that carry no request, and waits for the others.
    forceCloseConnections: 'idle',
    // A path that is no path (`%E0%A4`) comes before any route and hook.
    frameworkErrors: (_error, _request, reply) => refuse(reply.headers(headers), ports, 'not_found'),
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  app.setErrorHandler((error: FastifyError | AppError | Error, request, reply) => {
    if (error instanceof AppError) return refuse(reply, ports, error.code);
    const code = codeOf(error as FastifyError);
    if (errorTable[code].status >= 500) {
      ports.log.error('http request failed', error, {
        method: request.method,
        route: request.routeOptions.url ?? '',
      });
    }
    return refuse(reply, ports, code);
  });
  addHealthRoute(app, db, ports);
  addApiRoutes(app, dispatch, { origins: config.origins, isSecure: isSecure(config) });
  addFileRoutes(app, db, ports);
  addStaticRoutes(app, staticFiles, ports);
  return app;
}

/** Origins are all https or all of this machine (config.ts); without any the server is of this machine only. */
function isSecure({ origins }: Pick<Config, 'origins'>): boolean {
  return origins.some((origin) => origin.startsWith('https:'));
}

function codeOf({ code, statusCode }: FastifyError) {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'body_too_large';
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? 'bad_json' : 'internal';
}
