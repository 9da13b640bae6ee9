import { createHash } from 'node:crypto';
import type { Kysely, RawBuilder } from 'kysely';
import * as v from 'valibot';
import { type ErrorCode, sentenceOf } from '../src/contract/errors';
import { type OperationName, operations } from '../src/contract/operations';
import { shanghaiDay } from '../src/domain/calendar/shanghai';
import type { Hat } from '../src/domain/roster/acts';
import type { Actor } from './actor';
import { AppError, KeptRefusal } from './appError';
import { isStalePlan } from './database/preparedStatements';
import type { Tables } from './database/tables';
import { inTenant, type Transaction } from './database/tenantTransaction';
import { identify } from './identity/identify';
import { loadActorBeside } from './identity/identityRepository';
import type {
  AnyUseCase,
  AuditSubject,
  Caller,
  Context,
  ErasedDoorUseCase,
  ErasedMemberUseCase,
} from './operation';
import { admit, parseOutput, perform } from './perform';
import { newId } from './ports/newId';
import type { Ports } from './ports/ports';
import {
  type AuditEntry,
  appendAudit,
  auditView,
  claiming,
  closeMutation,
  findReceipt,
  forgetMutation,
} from './receiptRepository';

/** One request as any entry hands it over. */
export interface Request {
  operation: string;
  /** The body's fields; nothing in here says who is asking. */
  input: unknown;
  mutationId?: unknown;
  build?: unknown;
  caller: Caller;
}

export type Reply =
  | { ok: true; data: unknown }
  | { ok: false; error: { code: ErrorCode; message: string; requestId: string } };

/** The reply and, from a door, what the entry does with the session. */
export interface Dispatched {
  reply: Reply;
  session?: { token: string; expiresAt: Date } | null;
}

export interface Dispatch {
  (request: Request): Promise<Dispatched>;
  /** What is registered; for the authorisation matrix and the entries. */
  readonly operationNames: readonly OperationName[];
}

export interface DispatchOptions {
  db: Kysely<Tables>;
  ports: Ports;
  useCases: readonly AnyUseCase[];
  /** The database carries the demo mark. */
  demo: boolean;
  /** Builds older than this are told to update. */
  oldestBuild: number;
}

/** Replies are at most 900 KB on both transports (architecture.md "Size": a cloud function's limit is 1 MB). */
const MAX_REPLY_BYTES = 900 * 1024;
/** A deadlock, a serialization failure (PostgreSQL 40P01, 40001) or a plan older than the schema is tried again twice. */
const ATTEMPTS = 3;

const MutationId = v.pipe(v.string(), v.uuid());

/**
 * The one way of every request (architecture.md): identity, operation, input,
 * policy, prepare, transaction, receipt, subject, policy, use case, output.
 * Throws at once, before anything is served, when an operation of the contract
 * has no use case, has two, or lacks a policy: deny by default.
 */
export function createDispatch({ db, ports, useCases, demo, oldestBuild }: DispatchOptions): Dispatch {
  const table = register(useCases, demo);

  const dispatch = async (request: Request): Promise<Dispatched> => {
    const requestId = newId(ports.clock, ports.random);
    try {
      if (typeof request.build === 'number' && request.build < oldestBuild)
        throw new AppError('client_too_old');
      const useCase = table.get(request.operation);
      if (!useCase) throw new AppError('unknown_operation');
      const done =
        useCase.access === 'public'
          ? await runDoor(useCase, request, requestId)
          : await runForMember(useCase, request, requestId);
      return { ...done, reply: { ok: true, data: limitSize(done.data) } };
    } catch (error) {
      return { reply: { ok: false, error: refusal(error, request.operation, requestId) } };
    }
  };

  async function runDoor(
    useCase: ErasedDoorUseCase,
    request: Request,
    requestId: string,
  ): Promise<{ data: unknown; session?: { token: string; expiresAt: Date } | null }> {
    if (!useCase.policy(request.caller)) throw new AppError('not_allowed');
    const input = parseInput(useCase.operation, request.input);
    const { output, session } = await useCase.run(
      {
        db,
        caller: request.caller,
        now: ports.clock.now(),
        newId: () => newId(ports.clock, ports.random),
        ports,
        requestId,
        demo,
      },
      input as never,
    );
    return { data: parseOutput(useCase.operation, output), ...(session === undefined ? {} : { session }) };
  }

  async function runForMember(
    useCase: ErasedMemberUseCase,
    request: Request,
    requestId: string,
  ): Promise<{ data: unknown }> {
    const now = ports.clock.now();
    const known = await identify(db, ports, request.caller, now);
    const input = parseInput(useCase.operation, request.input) as never;
    const kind = operations[useCase.operation].kind;
    const mutationId = kind === 'write' ? parseMutationId(request.mutationId) : null;
    const today = shanghaiDay(now);

    let prepared: unknown;
    if (useCase.prepare) {
      const { actor } = await inTenant(db, known.tenantId, (trx) => requireActor(trx, known, today, null));
      admit(useCase.policy(actor, input), 'not_allowed');
      prepared = await useCase.prepare(ports, input, actor);
    }

    const key = { tenantId: known.tenantId, memberId: known.memberId, mutationId: mutationId ?? '' };
    const digest = mutationId ? digestOf(ports, useCase.operation, input) : '';
    const claim = mutationId ? claiming(key, useCase.operation, digest, now) : null;
    const attempt = async (trx: Transaction): Promise<{ data: unknown }> => {
      const { actor, besideRows } = await requireActor(trx, known, today, claim);
      admit(useCase.policy(actor, input), 'not_allowed');
      const context: Context = {
        trx,
        actor,
        now,
        newId: () => newId(ports.clock, ports.random),
        ports,
        requestId,
        channel: request.caller.channel,
        mutationId,
        demo,
      };
      if (mutationId && besideRows === 0) {
        const first = await findReceipt(trx, key);
        if (first.operation !== useCase.operation || first.inputDigest !== digest) {
          throw new AppError('mutation_id_reused');
        }
        if (useCase.replay)
          return { data: parseOutput(useCase.operation, await useCase.replay(context, input)) };
        return { data: JSON.parse(first.reply ?? 'null') as unknown };
      }
      const { data, hat, subject } = await perform(useCase, context, input, prepared);
      if (kind === 'write' || useCase.audited) {
        const single = () => [{ hat, ...useCase.auditSubject?.(input, data as never) }];
        const subjects = useCase.auditEach?.(actor, subject as never) ?? single();
        const [audit, ...others] = subjects.map((one) => auditEntry(useCase.operation, context, one));
        if (!audit) throw new Error(`${useCase.operation} names nothing for the audit`);
        if (others.length > 0) await appendAudit(trx, actor.tenantId, others);
        if (mutationId) {
          await closeMutation(trx, key, useCase.replay ? null : JSON.stringify(data), audit);
        } else {
          await auditView(trx, actor.tenantId, audit);
        }
      }
      return { data };
    };

    const outcome = await repeatOnConflict(() =>
      inTenant(db, known.tenantId, (trx) =>
        attempt(trx).catch(async (error: unknown) => {
          if (!(error instanceof KeptRefusal)) throw error;
          if (mutationId) await forgetMutation(trx, key);
          return error;
        }),
      ),
    );
    if (outcome instanceof KeptRefusal) throw outcome;
    return outcome;
  }

  function refusal(error: unknown, operation: string, requestId: string) {
    const code: ErrorCode =
      error instanceof AppError ? error.code : isUnreachable(error) ? 'unavailable' : 'internal';
    if (!(error instanceof AppError)) {
      ports.log.error('request failed', error, {
        operation: String(operation).slice(0, 60),
        requestId,
        code,
      });
    }
    return { code, message: sentenceOf(code), requestId };
  }

  return Object.assign(dispatch, { operationNames: [...table.keys()] as OperationName[] });
}

function register(useCases: readonly AnyUseCase[], demo: boolean): Map<string, AnyUseCase> {
  const table = new Map<string, AnyUseCase>();
  for (const useCase of useCases) {
    if (table.has(useCase.operation)) throw new Error(`operation ${useCase.operation} has two use cases`);
    if (typeof useCase.policy !== 'function') throw new Error(`operation ${useCase.operation} has no policy`);
    if (useCase.access === 'member' && useCase.subject && !useCase.subjectPolicy) {
      throw new Error(`operation ${useCase.operation} loads a subject and has no policy on it`);
    }
    if (operations[useCase.operation] === undefined)
      throw new Error(`operation ${useCase.operation} is not in the contract`);
    table.set(useCase.operation, useCase);
  }
  for (const name of Object.keys(operations)) {
    if (!table.has(name)) throw new Error(`operation ${name} of the contract has no use case`);
  }
  for (const useCase of useCases) if (useCase.demoOnly && !demo) table.delete(useCase.operation);
  return table;
}

async function requireActor(
  trx: Transaction,
  known: { tenantId: string; memberId: string; sessionId: string | null },
  today: string,
  beside: RawBuilder<unknown> | null,
): Promise<{ actor: Actor; besideRows: number }> {
  const found = await loadActorBeside(trx, known, today, beside);
  if (!found) throw new AppError('not_signed_in', 'the member is no longer active');
  return found;
}

function parseInput(name: OperationName, input: unknown): unknown {
  const parsed = v.safeParse(operations[name].input as v.GenericSchema, input ?? {});
  if (!parsed.success) {
    const path = parsed.issues[0]?.path?.map((item) => String(item.key)).join('.') ?? '';
    throw new AppError('bad_input', path);
  }
  return parsed.output;
}

function parseMutationId(mutationId: unknown): string {
  const parsed = v.safeParse(MutationId, mutationId);
  if (!parsed.success) throw new AppError('mutation_id_missing');
  return parsed.output.toLowerCase();
}

/** Keyed, so that a receipt tells nothing about a short input (a vote, a name) to whoever reads the table. */
function digestOf(ports: Ports, operation: string, input: unknown): string {
  const inner = createHash('sha256').update(JSON.stringify(input)).digest('base64');
  return ports.keyring.mac('receipt', `${operation}|${inner}`).toString('base64url');
}

function auditEntry(
  operation: OperationName,
  context: Context,
  { hat, kind, id }: Partial<AuditSubject> & { hat: Hat | null },
): AuditEntry {
  return {
    id: context.newId(),
    at: context.now,
    actorId: context.actor.memberId,
    post: hat?.post ?? null,
    actingFor: hat?.actingFor ?? null,
    action: operation,
    subjectKind: kind ?? null,
    subjectId: id ?? null,
    requestId: context.requestId,
  };
}

function limitSize(data: unknown): unknown {
  if (Buffer.byteLength(JSON.stringify(data) ?? '', 'utf8') > MAX_REPLY_BYTES)
    throw new AppError('reply_too_large');
  return data;
}

async function repeatOnConflict<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const code = (error as { code?: unknown } | null)?.code;
      if (attempt >= ATTEMPTS || (code !== '40001' && code !== '40P01' && !isStalePlan(error))) throw error;
    }
  }
}

/** The database is away or shutting down: worth trying again, nothing of ours is broken. */
function isUnreachable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (
    (typeof code === 'string' &&
      (/^(08|57P0|53)/.test(code) || /^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT)$/.test(code))) ||
    (typeof message === 'string' &&
      /Connection terminated|timeout exceeded when trying to connect/.test(message))
  );
}
