import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../actor';
import type { Transaction } from '../database/tenantTransaction';
import { audienceOf } from '../policies/audience';

/** To whom and when questions are asked. */
export interface Asking {
  tenantId: string;
  memberId: string;
  /** The organisations whose questions are meant for the member. */
  audience: readonly string[];
  /** `YYYY-MM-DD`. */
  today: string;
  now: Date;
}

/** The asking of questions to the actor at `now`. */
export function askingOf(actor: Actor, now: Date): Asking {
  const { tenantId, memberId, today } = actor;
  return { tenantId, memberId, audience: audienceOf(actor), today, now };
}

/** Whether question `q` is in force on `today` (`YYYY-MM-DD`): reviewed, not expired, not being checked because its law has changed. */
export function inForce(today: string): RawBuilder<boolean> {
  return sql`q.state = 'reviewed' and (q.expires_on is null or q.expires_on > ${today}::date) and not q.checking`;
}

/** Whether question `q` is in force and for the member's organisations; on a paper it may be all the same. */
export function meant({ audience, today }: Asking): RawBuilder<boolean> {
  return sql`${inForce(today)} and q.organisation_id = any(${audience}::uuid[])`;
}

/**
 * Who may be asked what, for every query that offers questions (alias `q`, its tenant set by the query): in force, for
 * the member's organisations, not on a paper that is still to be answered.
 */
export function askable(asking: Asking): RawBuilder<boolean> {
  return sql`${meant(asking)} and not ${sealed(asking)}`;
}

/** Papers that are not closed at `now`, all but `except`. */
export interface OpenPapers {
  tenantId: string;
  now: Date;
  except?: string | null;
}

/**
 * Whether question `q` is on a paper that is being made or not closed yet: it is practised nowhere, and its key stays
 * in. So is what would give the key away: the same question in whatever bank, one that it has taken the place of, and
 * one that corrects it (`sealPaper`).
 */
export function sealed({ tenantId, now, except = null }: OpenPapers): RawBuilder<boolean> {
  return sql`exists (select 1 from paper_seal seal
      join paper p on p.tenant_id = seal.tenant_id and p.id = seal.paper_id
      where seal.tenant_id = ${tenantId} and seal.question_id = q.id and p.sealed_until > ${now}
        ${except === null ? sql`` : sql`and p.id <> ${except}::uuid`})`;
}

/** Those of the questions that are sealed by `papers`. */
export async function findSealed(
  trx: Transaction,
  papers: OpenPapers,
  questionIds: readonly string[],
): Promise<Set<string>> {
  if (questionIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select q.id from question q
    where q.tenant_id = ${papers.tenantId} and q.id = any(${[...questionIds]}::uuid[]) and ${sealed(papers)}`.execute(
    trx,
  );
  return new Set(rows.map((row) => row.id));
}
