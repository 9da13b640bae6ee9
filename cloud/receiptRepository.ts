import { type RawBuilder, sql } from 'kysely';
import { WITH_THE_NEXT } from './database/connect';
import type { Transaction } from './database/tenantTransaction';

/** What a repeated mutation gets back. */
export interface Receipt {
  operation: string;
  inputDigest: string;
  reply: string | null;
}

interface ReceiptKey {
  tenantId: string;
  memberId: string;
  mutationId: string;
}

/**
 * Claims a mutation, as a part of another statement: one row when it is new (it is now ours until the transaction ends,
 * a twin waits for us), none when there is a receipt (`findReceipt`).
 */
export function claiming(
  key: ReceiptKey,
  operation: string,
  inputDigest: string,
  now: Date,
): RawBuilder<unknown> {
  return sql`insert into receipt (tenant_id, member_id, mutation_id, operation, input_digest, created_at)
    values (${key.tenantId}, ${key.memberId}, ${key.mutationId}, ${operation}, ${inputDigest}, ${now})
    on conflict (tenant_id, member_id, mutation_id) do nothing
    returning 1`;
}

/** The receipt of a mutation that was claimed before; rejects when there is none. */
export async function findReceipt(trx: Transaction, key: ReceiptKey): Promise<Receipt> {
  const first = await trx
    .selectFrom('receipt')
    .select(['operation', 'input_digest', 'reply'])
    .where('tenant_id', '=', key.tenantId)
    .where('member_id', '=', key.memberId)
    .where('mutation_id', '=', key.mutationId)
    .executeTakeFirstOrThrow();
  return { operation: first.operation, inputDigest: first.input_digest, reply: first.reply };
}

/** Gives a claimed mutation back, for a refusal whose other writes stay. */
export async function forgetMutation(trx: Transaction, key: ReceiptKey): Promise<void> {
  await trx
    .deleteFrom('receipt')
    .where('tenant_id', '=', key.tenantId)
    .where('member_id', '=', key.memberId)
    .where('mutation_id', '=', key.mutationId)
    .execute();
}

/** What was done, by whom, under which hat: ids only. */
export interface AuditEntry {
  id: string;
  at: Date;
  actorId: string;
  post: string | null;
  actingFor: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  requestId: string;
}

/**
 * Writes the reply of a claimed mutation and its audit row, in one packet with what comes next: the commit, which fails
 * when this does.
 */
export async function closeMutation(
  trx: Transaction,
  key: ReceiptKey,
  reply: string | null,
  audit: AuditEntry,
): Promise<void> {
  await sql`${WITH_THE_NEXT}
    with replied as (
      update receipt set reply = ${reply}
      where tenant_id = ${key.tenantId} and member_id = ${key.memberId} and mutation_id = ${key.mutationId}
    )
    insert into audit_row (tenant_id, id, at, actor_id, post, acting_for, action, subject_kind, subject_id, request_id)
    values (${key.tenantId}, ${audit.id}, ${audit.at}, ${audit.actorId}, ${audit.post}, ${audit.actingFor},
      ${audit.action}, ${audit.subjectKind}, ${audit.subjectId}, ${audit.requestId})`.execute(trx);
}

/** Writes further audit rows of the same step, one for each thing that it changed. */
export async function appendAudit(
  trx: Transaction,
  tenantId: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  await trx
    .insertInto('audit_row')
    .values(
      entries.map((entry) => ({
        tenant_id: tenantId,
        id: entry.id,
        at: entry.at,
        actor_id: entry.actorId,
        post: entry.post,
        acting_for: entry.actingFor,
        action: entry.action,
        subject_kind: entry.subjectKind,
        subject_id: entry.subjectId,
        request_id: entry.requestId,
      })),
    )
    .execute();
}

/** A screen that stays open and asks again within this time is the same look (a theme day's roll-call takes about as long). */
const SAME_LOOK_MINUTES = 15;

/** Audits a named view of others' data, once for looks of the same person at the same thing within 15 minutes. */
export async function auditView(trx: Transaction, tenantId: string, audit: AuditEntry): Promise<void> {
  await sql`
    insert into audit_row (tenant_id, id, at, actor_id, post, acting_for, action, subject_kind, subject_id, request_id)
    select ${tenantId}, ${audit.id}, ${audit.at}, ${audit.actorId}, ${audit.post}, ${audit.actingFor},
      ${audit.action}, ${audit.subjectKind}, ${audit.subjectId}::uuid, ${audit.requestId}
    where not exists (
      select 1 from audit_row seen
      where seen.tenant_id = ${tenantId} and seen.actor_id = ${audit.actorId} and seen.action = ${audit.action}
        and seen.subject_id is not distinct from ${audit.subjectId}::uuid
        and seen.at > ${audit.at}::timestamptz - make_interval(mins => ${SAME_LOOK_MINUTES})
    )`.execute(trx);
}
