import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../actor';
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

/**
 * Who may be asked what, for every query that offers questions (alias `q`, its tenant set by the query): reviewed, for
 * the member's organisations, not expired, not being checked because its law has changed, not on a paper that is still to
 * be answered.
 */
export function askable({ audience, today, now }: Asking): RawBuilder<boolean> {
  return sql`q.state = 'reviewed' and q.organisation_id = any(${audience}::uuid[])
    and (q.expires_on is null or q.expires_on > ${today}::date) and not q.checking and not ${sealed(now)}`;
}

/** Whether question `q` is on a paper that is being made or not closed yet: it is practised nowhere, and its key stays in. */
export function sealed(now: Date): RawBuilder<boolean> {
  return sql`exists (select 1 from paper_question on_paper
      join paper p on p.tenant_id = on_paper.tenant_id and p.id = on_paper.paper_id
      where on_paper.tenant_id = q.tenant_id and on_paper.question_id = q.id and p.sealed_until > ${now})`;
}
