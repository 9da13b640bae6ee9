import type { Kysely } from 'kysely';
import type { OperationName, Output, ParsedInput } from '../src/contract/operations';
import type { Hat } from '../src/domain/roster/acts';
import type { Actor } from './actor';
import type { Tables } from './database/tables';
import type { Transaction } from './database/tenantTransaction';
import type { Ports } from './ports/ports';

/** From where a request came, as the entry knows it; nothing in here is from the body. */
export interface Caller {
  channel: 'weapp' | 'h5';
  /** The platform's identity (cloud function). */
  platform: { appid: string; openid: string } | null;
  /** An opaque session token (cookie or Authorization header). */
  sessionToken: string | null;
  /** The sender's address as the entry saw it, for limits and the sign-in log. */
  address: string | null;
}

/** A verdict of a policy: false or null refuses; a hat allows and is recorded. */
export type Verdict = boolean | Hat | null;

/** What a use case works with, inside the request's transaction with its tenant set. */
export interface Context {
  trx: Transaction;
  actor: Actor;
  now: Date;
  /** A fresh UUIDv7. */
  newId(): string;
  ports: Ports;
  requestId: string;
  /** From where the request came. */
  channel: Caller['channel'];
  mutationId: string | null;
  /** True in a database with the demo mark. */
  demo: boolean;
}

/** What the audit row is about. */
export interface AuditSubject {
  kind: string;
  id: string;
}

/**
 * One operation for a signed-in member. Dispatch runs its parts in this order:
 * policy on the actor, prepare, (transaction) receipt, subject, policy on the
 * subject, run, output schema (architecture.md "The way of one request").
 */
export interface MemberUseCase<N extends OperationName, S = unknown, P = unknown> {
  operation: N;
  access: 'member';
  /** May this person try at all? */
  policy(actor: Actor, input: ParsedInput<N>): Verdict;
  /** Outside calls, file decoding, scrypt; no SQL. */
  prepare?(ports: Ports, input: ParsedInput<N>, actor: Actor): Promise<P>;
  /** Loads what is acted on; null is `not_found`. Rows to be changed are locked here. */
  subject?(context: Context, input: ParsedInput<N>): Promise<S | null>;
  /** Needed when there is a subject. */
  subjectPolicy?(actor: Actor, subject: S, input: ParsedInput<N>): Verdict;
  /**
   * What a refused subject looks like: `not_found` hides that it exists (default,
   * for what the person has no business with), `not_allowed` says so.
   */
  refusal?: 'not_found' | 'not_allowed';
  run(context: Context, input: ParsedInput<N>, subject: S, prepared: P): Promise<Output<N>>;
  /** What the audit row names; writes and reads with `audited` have one row each. */
  auditSubject?(input: ParsedInput<N>, output: Output<N>): AuditSubject;
  /** A step on several things at once: an audit row for each, under the hat that allows it there. */
  auditEach?(actor: Actor, subject: S): readonly (AuditSubject & { hat: Hat | null })[];
  /** A named view of others' data: a read that is audited all the same. */
  audited?: boolean;
  /**
   * For a reply that must not be stored in a receipt (an activation code): makes
   * the same reply again from the same mutation.
   */
  replay?(context: Context, input: ParsedInput<N>): Promise<Output<N>>;
}

/** What a door works with: nobody is known yet, or who is known does not matter; it opens its own transactions. */
export interface DoorContext {
  db: Kysely<Tables>;
  caller: Caller;
  now: Date;
  newId(): string;
  ports: Ports;
  requestId: string;
  demo: boolean;
}

/** A door's answer: the output, and what becomes of the session. */
export interface DoorReply<N extends OperationName> {
  output: Output<N>;
  /** A new token to hand to the client, or null to end the session; absent leaves it. */
  session?: { token: string; expiresAt: Date } | null;
}

/** One operation open before sign-in; it carries its own limits. */
export interface DoorUseCase<N extends OperationName> {
  operation: N;
  access: 'public';
  policy(caller: Caller): boolean;
  run(context: DoorContext, input: ParsedInput<N>): Promise<DoorReply<N>>;
}

/** Registered only in a database with the demo mark when `demoOnly`. */
export type AnyUseCase = ErasedMemberUseCase | ErasedDoorUseCase;

/** As dispatch sees any use case: types are checked where it is declared. */
export interface ErasedMemberUseCase {
  operation: OperationName;
  access: 'member';
  demoOnly?: boolean;
  policy(actor: Actor, input: never): Verdict;
  prepare?(ports: Ports, input: never, actor: Actor): Promise<unknown>;
  subject?(context: Context, input: never): Promise<unknown>;
  subjectPolicy?(actor: Actor, subject: never, input: never): Verdict;
  refusal?: 'not_found' | 'not_allowed';
  run(context: Context, input: never, subject: never, prepared: never): Promise<unknown>;
  auditSubject?(input: never, output: never): AuditSubject;
  auditEach?(actor: Actor, subject: never): readonly (AuditSubject & { hat: Hat | null })[];
  audited?: boolean;
  replay?(context: Context, input: never): Promise<unknown>;
}

export interface ErasedDoorUseCase {
  operation: OperationName;
  access: 'public';
  demoOnly?: boolean;
  policy(caller: Caller): boolean;
  run(
    context: DoorContext,
    input: never,
  ): Promise<{ output: unknown; session?: { token: string; expiresAt: Date } | null }>;
}

/** Declares a member's use case: `memberUseCase('study.mark')({...})` infers input and output from the contract. */
export function memberUseCase<N extends OperationName>(operation: N) {
  return <S = undefined, P = undefined>(
    parts: Omit<MemberUseCase<N, S, P>, 'operation' | 'access'> & { demoOnly?: boolean },
  ): ErasedMemberUseCase => ({ ...parts, operation, access: 'member' }) as ErasedMemberUseCase;
}

/** Declares a door. */
export function doorUseCase<N extends OperationName>(operation: N) {
  return (parts: Omit<DoorUseCase<N>, 'operation' | 'access'> & { demoOnly?: boolean }): ErasedDoorUseCase =>
    ({ ...parts, operation, access: 'public' }) as ErasedDoorUseCase;
}
