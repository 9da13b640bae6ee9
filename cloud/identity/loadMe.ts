import { sql } from 'kysely';
import type { Output } from '../../src/contract/operations';
import { actsOf } from '../../src/domain/roster/acts';
import { type Post, postTitles } from '../../src/domain/roster/posts';
import { type Actor, homeOf } from '../actor';
import { AppError } from '../appError';
import type { Transaction } from '../database/tenantTransaction';

export type Me = Output<'identity.me'>['me'];

/** What the app shows a person of themselves, in one round trip. */
export async function loadMe(trx: Transaction, actor: Actor, demo: boolean): Promise<Me> {
  const home = homeOf(actor);
  const { rows } = await sql<{
    tenant_name: string;
    branch_name: string | null;
    consent: boolean | null;
    login_name: string | null;
    has_passphrase: boolean | null;
    unread: number;
    posts: { post: Post; organisationId: string; organisationName: string }[] | null;
  }>`
    select t.name as tenant_name,
      (select o.name from organisation o where o.tenant_id = t.id and o.id = ${home?.organisationId ?? null}) as branch_name,
      (select c.agreed from consent c where c.tenant_id = t.id and c.member_id = ${actor.memberId}
        order by c.recorded_at desc limit 1) as consent,
      l.login_name, l.passphrase_hash is not null as has_passphrase,
      (select count(*)::int from notice n where n.tenant_id = t.id and n.member_id = ${actor.memberId} and n.unread) as unread,
      (select json_agg(json_build_object('post', p.post, 'organisationId', o.id, 'organisationName', o.name) order by p.from_day)
        from post p join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
        where p.tenant_id = t.id and p.member_id = ${actor.memberId}
          and p.from_day <= ${actor.today} and (p.to_day is null or p.to_day >= ${actor.today})) as posts
    from gate.tenant t
    left join gate.login l on l.tenant_id = t.id and l.member_id = ${actor.memberId}
    where t.id = ${actor.tenantId}`.execute(trx);
  const row = rows[0];
  if (!row) throw new AppError('not_signed_in');
  return {
    memberId: actor.memberId,
    name: actor.name,
    tenantId: actor.tenantId,
    tenantName: row.tenant_name,
    branch: home && row.branch_name ? { id: home.organisationId, name: row.branch_name } : null,
    posts: (row.posts ?? []).map((post) => ({ ...post, title: postTitles[post.post] })),
    acts: actsOf(actor.held),
    consent: row.consent,
    hasPassphrase: row.has_passphrase ?? false,
    loginName: row.login_name ?? '',
    unreadNotices: row.unread,
    demo,
  };
}
