import type { OrganisationLevel, Post } from '../../src/domain/roster/posts';
import type { Transaction } from '../database/tenantTransaction';
import type { Ports } from '../ports/ports';
import { insertBelonging } from './belongingRepository';

/** A new organisation; `parent` gives its place in the tree. */
export interface NewOrganisation {
  id: string;
  name: string;
  level: OrganisationLevel;
  parent: { id: string; path: string } | null;
  enabledOn: string | null;
}

/** Adds an organisation and returns its path. */
export async function enrolOrganisation(
  trx: Transaction,
  tenantId: string,
  one: NewOrganisation,
): Promise<string> {
  const path = `${one.parent?.path ?? '/'}${one.id}/`;
  await trx
    .insertInto('organisation')
    .values({
      tenant_id: tenantId,
      id: one.id,
      name: one.name,
      level: one.level,
      parent_id: one.parent?.id ?? null,
      path,
      established_on: null,
      term_ends_on: null,
      enabled_on: one.enabledOn,
      theme_day_rule: null,
    })
    .execute();
  return path;
}

export interface NewMember {
  id: string;
  /** Our member number, also the login name: a letter and 7 digits, from nothing personal. */
  loginName: string;
  name: string;
  kind: 'full' | 'probationary';
  status?: 'active' | 'suspended';
  /** Days; sealed before they are stored. */
  joinedOn?: string;
  mobile?: string;
  /** The branch of right, from a day. Absent for an administrator outside any branch. */
  branch?: { organisationId: string; from: string };
  /** Number of the letter that the belonging rests on. */
  letterNo?: string | null;
  marks?: { id: string; kind: 'retired' | 'frail' | 'floating' | 'longLeave'; from: string; to?: string }[];
  affiliationId: string;
}

/** Adds a member with login name, branch and marks. Nobody can sign in as them before a card is issued. */
export async function enrolMember(
  trx: Transaction,
  ports: Ports,
  tenantId: string,
  one: NewMember,
): Promise<void> {
  const sealed = (column: string, value: string | undefined) =>
    value === undefined
      ? null
      : ports.keyring.seal(value, { tenantId, table: 'member', column, rowId: one.id });
  await trx
    .insertInto('member')
    .values({
      tenant_id: tenantId,
      id: one.id,
      number: one.loginName,
      name: one.name,
      kind: one.kind,
      status: one.status ?? 'active',
      voting_right: one.kind === 'full' && (one.status ?? 'active') === 'active',
      no_vote_reason: one.kind === 'probationary' ? '预备党员' : null,
      joined_on_sealed: sealed('joined_on_sealed', one.joinedOn),
      full_since_sealed: null,
      mobile_sealed: sealed('mobile_sealed', one.mobile),
    })
    .execute();
  await trx
    .insertInto('gate.login')
    .values({ login_name: one.loginName, tenant_id: tenantId, member_id: one.id, passphrase_hash: null })
    .execute();
  if (one.mobile !== undefined) {
    await trx
      .insertInto('gate.mobile')
      .values({
        blind_index: ports.keyring.mac('blindIndex', one.mobile).toString('base64url'),
        tenant_id: tenantId,
        member_id: one.id,
      })
      .execute();
  }
  if (one.branch) {
    await insertBelonging(trx, tenantId, {
      id: one.affiliationId,
      memberId: one.id,
      organisationId: one.branch.organisationId,
      kind: 'formal',
      from: one.branch.from,
      to: null,
      letterNo: one.letterNo ?? null,
    });
  }
  for (const mark of one.marks ?? []) {
    await trx
      .insertInto('member_mark')
      .values({
        tenant_id: tenantId,
        id: mark.id,
        member_id: one.id,
        kind: mark.kind,
        from_day: mark.from,
        to_day: mark.to ?? null,
      })
      .execute();
  }
}

export interface Appointment {
  id: string;
  memberId: string;
  organisationId: string;
  post: Post;
  from: string;
  to?: string;
  /** Organisations acted for by name (clerk, contact leader). */
  named?: readonly string[];
}

/** Gives a member a post with a term. */
export async function appoint(trx: Transaction, tenantId: string, one: Appointment): Promise<void> {
  await trx
    .insertInto('post')
    .values({
      tenant_id: tenantId,
      id: one.id,
      member_id: one.memberId,
      organisation_id: one.organisationId,
      post: one.post,
      from_day: one.from,
      to_day: one.to ?? null,
    })
    .execute();
  for (const organisationId of one.named ?? []) {
    await trx
      .insertInto('post_target')
      .values({ tenant_id: tenantId, post_id: one.id, organisation_id: organisationId })
      .execute();
  }
}

/** Adds a second belonging: a group, a cross-branch team, a dual or temporary affiliation. */
export async function join(
  trx: Transaction,
  tenantId: string,
  one: {
    id: string;
    memberId: string;
    organisationId: string;
    kind: 'temporary' | 'dual' | 'group' | 'team';
    from: string;
  },
): Promise<void> {
  await insertBelonging(trx, tenantId, { ...one, to: null, letterNo: null });
}
