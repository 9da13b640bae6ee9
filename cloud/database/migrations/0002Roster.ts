import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/** Organisations, members, their marks, affiliations and posts (domain.md 3, product.md E1). */
export const roster: Migration = {
  name: '0002-roster',
  sql: ({ appRole }) => `
    create table organisation (
      tenant_id uuid not null references gate.tenant (id),
      id uuid not null,
      name text not null,
      level text not null check (level in ('leadingGroup', 'organCommittee', 'generalBranch', 'branch', 'group', 'team')),
      parent_id uuid,
      -- ids from the root to this one, with slashes at both ends: /a/b/
      path text not null,
      status text not null default 'active' check (status in ('active', 'dissolved')),
      established_on date,
      term_ends_on date,
      -- 启用日期: before it nothing counts as missed
      enabled_on date,
      theme_day_rule text,
      version integer not null default 1,
      primary key (tenant_id, id),
      unique (tenant_id, path),
      foreign key (tenant_id, parent_id) references organisation (tenant_id, id)
    );
    ${lockToTenant('organisation', appRole, 'select, insert, update')}

    create table member (
      tenant_id uuid not null references gate.tenant (id),
      id uuid not null,
      -- made by us at import from nothing personal; the same as the login name
      number text not null,
      name text not null,
      kind text not null check (kind in ('full', 'probationary')),
      status text not null default 'active' check (status in ('active', 'suspended', 'transferredOut', 'left')),
      leading_cadre boolean not null default false,
      voting_right boolean not null default true,
      no_vote_reason text,
      -- AES-256-GCM with key id and tenant|table|column|row as associated data
      joined_on_sealed text,
      full_since_sealed text,
      mobile_sealed text,
      version integer not null default 1,
      primary key (tenant_id, id),
      unique (tenant_id, number)
    );
    ${lockToTenant('member', appRole, 'select, insert, update')}

    -- retired, frail, floating, long leave: marks with from and to, beside the one status
    create table member_mark (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      kind text not null check (kind in ('retired', 'frail', 'floating', 'longLeave')),
      from_day date not null,
      to_day date,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      check (to_day is null or to_day >= from_day)
    );
    create index member_mark_by_member on member_mark (tenant_id, member_id, kind);
    ${lockToTenant('member_mark', appRole, 'select, insert, update')}

    create table affiliation (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      organisation_id uuid not null,
      kind text not null check (kind in ('formal', 'temporary', 'dual', 'group', 'team')),
      from_day date not null,
      to_day date,
      document_no text,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
      check (to_day is null or to_day >= from_day)
    );
    create index affiliation_by_member on affiliation (tenant_id, member_id, from_day);
    create index affiliation_by_organisation on affiliation (tenant_id, organisation_id, from_day);
    -- one affiliation of right at a time (domain.md 4.6), whoever writes at once
    create unique index affiliation_formal_once on affiliation (tenant_id, member_id)
      where kind = 'formal' and to_day is null;
    ${lockToTenant('affiliation', appRole, 'select, insert, update')}

    create table post (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      organisation_id uuid not null,
      post text not null,
      from_day date not null,
      to_day date,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
      check (to_day is null or to_day >= from_day)
    );
    create index post_by_member on post (tenant_id, member_id, from_day);
    create index post_by_organisation on post (tenant_id, organisation_id, post);
    ${lockToTenant('post', appRole, 'select, insert, update')}

    -- organisations that a post acts for by name (clerk, contact leader)
    create table post_target (
      tenant_id uuid not null,
      post_id uuid not null,
      organisation_id uuid not null,
      primary key (tenant_id, post_id, organisation_id),
      foreign key (tenant_id, post_id) references post (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
    );
    ${lockToTenant('post_target', appRole, 'select, insert, delete')}

    -- each answer to the separate consent, newest counts
    create table consent (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      agreed boolean not null,
      recorded_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references member (tenant_id, id)
    );
    create index consent_by_member on consent (tenant_id, member_id, recorded_at);
    ${lockToTenant('consent', appRole, 'select, insert')}

    create table calendar_day (
      tenant_id uuid not null references gate.tenant (id),
      day date not null,
      kind text not null check (kind in ('holiday', 'workday')),
      name text not null,
      primary key (tenant_id, day)
    );
    ${lockToTenant('calendar_day', appRole, 'select, insert, update, delete')}
  `,
};
