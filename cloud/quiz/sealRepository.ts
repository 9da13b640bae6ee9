import { sql } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';

/**
 * Writes down afresh what a paper seals: its questions, the same ones in whatever bank, what corrects them and what they
 * correct, through as many steps as there are.
 */
export async function sealPaper(trx: Transaction, tenantId: string, paperId: string): Promise<void> {
  await sql`delete from paper_seal where tenant_id = ${tenantId} and paper_id = ${paperId}`.execute(trx);
  await sql`
    with recursive related (id, plain, replaces_id) as (
      select q.id, q.plain, q.replaces_id from paper_question pq
      join question q on q.tenant_id = pq.tenant_id and q.id = pq.question_id
      where pq.tenant_id = ${tenantId} and pq.paper_id = ${paperId}
      union
      select near.id, near.plain, near.replaces_id from related cross join lateral (
        select q.id, q.plain, q.replaces_id from question q
          where q.tenant_id = ${tenantId} and q.id = related.replaces_id
        union all
        select q.id, q.plain, q.replaces_id from question q
          where q.tenant_id = ${tenantId} and q.replaces_id = related.id
        union all
        select q.id, q.plain, q.replaces_id from question q
          where q.tenant_id = ${tenantId} and q.state <> 'retired' and md5(q.plain) = md5(related.plain)
            and q.plain = related.plain and q.plain <> ''
      ) near
    )
    insert into paper_seal (tenant_id, paper_id, question_id) select ${tenantId}, ${paperId}, id from related`.execute(
    trx,
  );
}

/** Seals questions that have just come into use with those that they correct, or are the same as, on papers not closed at `now`. */
export async function sealWithRelated(
  trx: Transaction,
  tenantId: string,
  questionIds: readonly string[],
  now: Date,
): Promise<void> {
  const fresh = sql`join question q on q.tenant_id = c.tenant_id and q.id = any(${[...questionIds]}::uuid[])`;
  const onOpenPapers = sql`from paper p
      join paper_seal seal on seal.tenant_id = p.tenant_id and seal.paper_id = p.id
      join question c on c.tenant_id = seal.tenant_id and c.id = seal.question_id`;
  await sql`
    insert into paper_seal (tenant_id, paper_id, question_id)
    select p.tenant_id, p.id, q.id ${onOpenPapers} ${fresh} and q.replaces_id = c.id
      where p.tenant_id = ${tenantId} and p.sealed_until > ${now}
    union
    select p.tenant_id, p.id, q.id ${onOpenPapers} ${fresh} and q.plain = c.plain and q.plain <> ''
      where p.tenant_id = ${tenantId} and p.sealed_until > ${now}
    on conflict do nothing`.execute(trx);
}
