import { sql } from 'kysely';
import type { PlacedOrganisation } from '../../src/domain/roster/appointing';
import type { OrganisationLevel, Post } from '../../src/domain/roster/posts';
import type { Transaction } from '../database/tenantTransaction';

/** A term: who holds which post where, and until when (days inclusive). */
export interface PostEntry {
  postId: string;
  post: Post;
  memberId: string;
  memberName: string;
  organisationName: string;
  /** Organisations acted for by name. */
  named: { id: string; name: string }[];
  from: string;
  to: string | null;
  version: number;
  at: PlacedOrganisation;
}

interface PostRow {
  id: string;
  post: Post;
  member_id: string;
  member_name: string;
  organisation_id: string;
  organisation_name: string;
  level: OrganisationLevel;
  path: string;
  parent_id: string | null;
  parent_path: string | null;
  from_day: string;
  to_day: string | null;
  version: number;
  named: { id: string; name: string }[];
}

const postColumns = sql`
  p.id, p.post, p.member_id, m.name as member_name, p.organisation_id, o.name as organisation_name, o.level, o.path,
  o.parent_id, parent.path as parent_path, p.from_day, p.to_day, p.version,
  coalesce((select json_agg(json_build_object('id', t.organisation_id, 'name', named.name) order by named.path)
    from post_target t join organisation named on named.tenant_id = t.tenant_id and named.id = t.organisation_id
    where t.tenant_id = p.tenant_id and t.post_id = p.id), '[]'::json) as named`;

const postTables = sql`
  post p
  join member m on m.tenant_id = p.tenant_id and m.id = p.member_id
  join organisation o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
  left join organisation parent on parent.tenant_id = o.tenant_id and parent.id = o.parent_id`;

/** One term by its id, or null; with `lock` nobody else changes it meanwhile. */
export async function findPost(
  trx: Transaction,
  tenantId: string,
  postId: string,
  { lock = false } = {},
): Promise<PostEntry | null> {
  const { rows } = await sql<PostRow>`
    select ${postColumns} from ${postTables}
    where p.tenant_id = ${tenantId} and p.id = ${postId}
    ${lock ? sql`for update of p` : sql``}`.execute(trx);
  return rows[0] ? entryOf(rows[0]) : null;
}

/** Terms in an organisation that had not ended before `since`, the latest last. */
export async function findPostsAt(
  trx: Transaction,
  tenantId: string,
  organisationId: string,
  since: string,
): Promise<PostEntry[]> {
  const { rows } = await sql<PostRow>`
    select ${postColumns} from ${postTables}
    where p.tenant_id = ${tenantId} and p.organisation_id = ${organisationId}
      and (p.to_day is null or p.to_day >= ${since})
    order by p.from_day, p.id`.execute(trx);
  return rows.map(entryOf);
}

/** Every term of a member, newest first. */
export async function findPostsOf(
  trx: Transaction,
  tenantId: string,
  memberId: string,
): Promise<PostEntry[]> {
  const { rows } = await sql<PostRow>`
    select ${postColumns} from ${postTables}
    where p.tenant_id = ${tenantId} and p.member_id = ${memberId}
    order by p.from_day desc, p.id desc`.execute(trx);
  return rows.map(entryOf);
}

/**
 * True when the post is held in the organisation on a day of the term: by `memberId`, or, when that is null, by
 * anybody. `exceptId` is a term that does not count.
 */
export async function isHeld(
  trx: Transaction,
  tenantId: string,
  one: {
    post: Post;
    organisationId: string;
    memberId: string | null;
    from: string;
    to: string | null;
    exceptId?: string;
  },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from post p
    where p.tenant_id = ${tenantId} and p.organisation_id = ${one.organisationId} and p.post = ${one.post}
      and (${one.memberId}::uuid is null or p.member_id = ${one.memberId}::uuid)
      and p.id is distinct from ${one.exceptId ?? null}::uuid
      and (p.to_day is null or p.to_day >= ${one.from})
      and (${one.to}::date is null or p.from_day <= ${one.to}::date)
    limit 1`.execute(trx);
  return rows.length > 0;
}

/** Sets the last day of a term and returns its new version. */
export async function setPostEnd(
  trx: Transaction,
  tenantId: string,
  post: { postId: string; version: number },
  to: string,
): Promise<number> {
  const version = post.version + 1;
  await trx
    .updateTable('post')
    .set({ to_day: to, version })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', post.postId)
    .execute();
  return version;
}

/** Ends every term of a member on `last`; terms that would begin later never began and go. */
export async function endPostsOf(
  trx: Transaction,
  tenantId: string,
  memberId: string,
  last: string,
): Promise<void> {
  await sql`
    delete from post_target t using post p
    where p.tenant_id = ${tenantId} and p.member_id = ${memberId} and p.from_day > ${last}
      and t.tenant_id = ${tenantId} and t.post_id = p.id`.execute(trx);
  await sql`
    delete from post where tenant_id = ${tenantId} and member_id = ${memberId} and from_day > ${last}`.execute(
    trx,
  );
  await sql`
    update post set to_day = ${last}, version = version + 1
    where tenant_id = ${tenantId} and member_id = ${memberId} and (to_day is null or to_day > ${last})`.execute(
    trx,
  );
}

function entryOf(row: PostRow): PostEntry {
  return {
    postId: row.id,
    post: row.post,
    memberId: row.member_id,
    memberName: row.member_name,
    organisationName: row.organisation_name,
    named: row.named,
    from: row.from_day,
    to: row.to_day,
    version: row.version,
    at: {
      organisationId: row.organisation_id,
      organisationPath: row.path,
      level: row.level,
      parent:
        row.parent_id === null || row.parent_path === null
          ? null
          : { organisationId: row.parent_id, organisationPath: row.parent_path },
    },
  };
}
