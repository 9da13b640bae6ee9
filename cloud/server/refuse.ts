import type { FastifyReply } from 'fastify';
import { type ErrorCode, errorTable, sentenceOf } from '../../src/contract/errors';
import { newId } from '../ports/newId';
import type { Ports } from '../ports/ports';

/** Sends a coded refusal that did not come from dispatch, in the same shape. */
export function refuse(
  reply: FastifyReply,
  ports: Pick<Ports, 'clock' | 'random'>,
  code: ErrorCode,
): FastifyReply {
  return reply
    .code(errorTable[code].status)
    .header('cache-control', 'no-store')
    .send({
      ok: false,
      error: { code, message: sentenceOf(code), requestId: newId(ports.clock, ports.random) },
    });
}
