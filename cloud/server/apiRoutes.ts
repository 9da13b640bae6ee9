import type { FastifyInstance, FastifyRequest } from 'fastify';
import { errorTable } from '../../src/contract/errors';
import {
  CLIENT_HEADER,
  CLIENT_HEADER_H5,
  CLIENT_HEADER_WEAPP,
  type Envelope,
} from '../../src/contract/transport';
import { AppError } from '../appError';
import { isLoopback } from '../config';
import type { Dispatch } from '../dispatch';
import type { Caller } from '../operation';
import { readBearer, readSessionCookie, writeSessionCookie } from './sessionCookie';

interface ApiOptions {
  /** Our own addresses as browsers name them; empty: this machine only. */
  origins: readonly string[];
  isSecure: boolean;
}

/** `POST /api/<operation>`: who is calling comes from cookie or bearer token, the rest goes to dispatch as it is. */
export function addApiRoutes(app: FastifyInstance, dispatch: Dispatch, options: ApiOptions): void {
  app.route<{ Params: { operation: string } }>({
    method: 'POST',
    url: '/api/:operation',
    // Before the body is read: what must not be answered costs nothing.
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const refused = refusalOf(request, options);
      if (refused) throw refused;
    },
    handler: async (request, reply) => {
      const caller = callerOf(request, options.isSecure);
      const { input, mutationId, build } = readEnvelope(request.body);
      const done = await dispatch({ operation: request.params.operation, input, mutationId, build, caller });
      // A mini-program keeps no cookies: its token is in the reply.
      if (done.session !== undefined && caller.channel === 'h5') {
        reply.header('set-cookie', writeSessionCookie(done.session, options.isSecure));
      }
      return reply.code(done.reply.ok ? 200 : errorTable[done.reply.error.code].status).send(done.reply);
    },
  });
  app.all('/api/*', async () => {
    throw new AppError('unknown_operation');
  });
}

/**
 * A page of a foreign site can send neither the header nor JSON without a preflight, which nobody answers here; its
 * Origin is looked at besides. A self-hosted mini-program has no origin and no cookie, so neither is asked for.
 */
function refusalOf({ headers, host, hostname }: FastifyRequest, { origins }: ApiOptions): AppError | null {
  const isWeapp = headers[CLIENT_HEADER] === CLIENT_HEADER_WEAPP || headers.authorization !== undefined;
  if (headers[CLIENT_HEADER] !== CLIENT_HEADER_H5 && !isWeapp)
    return new AppError('wrong_origin', 'no client header');
  if (!isWeapp && headers.origin !== undefined) {
    const isOwn =
      origins.length > 0
        ? origins.includes(headers.origin)
        : headers.origin === `http://${host}` && isLoopback(hostname);
    if (!isOwn) return new AppError('wrong_origin', 'foreign origin');
  }
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return mediaType === 'application/json' ? null : new AppError('bad_json', 'not application/json');
}

function callerOf({ headers, ip }: FastifyRequest, isSecure: boolean): Caller {
  const isWeapp = headers[CLIENT_HEADER] === CLIENT_HEADER_WEAPP || headers.authorization !== undefined;
  return {
    channel: isWeapp ? 'weapp' : 'h5',
    platform: null,
    sessionToken: isWeapp ? readBearer(headers.authorization) : readSessionCookie(headers.cookie, isSecure),
    address: ip,
  };
}

function readEnvelope(body: unknown): Envelope {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new AppError('bad_json', 'no object');
  // Dispatch checks each part; nothing else of the body goes any further.
  return body as Envelope;
}
