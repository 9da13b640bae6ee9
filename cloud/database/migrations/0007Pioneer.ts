import type { Migration } from './migration';
import { appendOnly, lockToTenant } from './tenantPolicy';

/** Schemes, periods, the append-only ledger and its running totals (domain.md 5.4, product.md D2). */
export const pioneer: Migration = {
  name: '0007-pioneer',
  sql: ({ appRole }) => `
    create table bureau_setting (
      tenant_id uuid primary key references gate.tenant (id),
      -- domain.md C9: switched per bureau
      pioneer_index_enabled boolean not null,
      host_unit text
    );
    ${lockToTenant('bureau_setting', appRole, 'select, insert, update')}

    create table scheme (
      tenant_id uuid not null references gate.tenant (id),
      id uuid not null,
      code text not null,
      version integer not null,
      effective_from date not null,
      body jsonb not null,
      primary key (tenant_id, id),
      unique (tenant_id, code, version)
    );
    ${lockToTenant('scheme', appRole, 'select, insert')}
    ${appendOnly('scheme')}

    create table score_period (
      tenant_id uuid not null,
      id uuid not null,
      scheme_id uuid not null,
      name text not null,
      starts_on date not null,
      ends_on date not null,
      state text not null default 'open' check (state in ('open', 'memberDeclared', 'branchReviewed', 'committeeReviewed', 'publicity', 'closed')),
      -- records signed before or after these make no entries, so recomputation must know them
      opened_at timestamptz not null,
      closed_at timestamptz,
      primary key (tenant_id, id),
      foreign key (tenant_id, scheme_id) references scheme (tenant_id, id),
      check (ends_on > starts_on),
      check ((state = 'closed') = (closed_at is not null))
    );
    create unique index score_period_once on score_period (tenant_id, starts_on);
    ${lockToTenant('score_period', appRole, 'select, insert, update')}

    create table score_entry (
      tenant_id uuid not null,
      id uuid not null,
      period_id uuid not null,
      member_id uuid not null,
      scheme_id uuid not null,
      item_code text not null,
      dimension text not null,
      points numeric(6, 2) not null,
      occurred_on date not null,
      source_kind text not null check (source_kind in ('meeting')),
      source_id uuid not null,
      reverses_id uuid,
      reason text,
      proposed_by uuid not null,
      approved_by uuid not null,
      created_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, period_id) references score_period (tenant_id, id),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      foreign key (tenant_id, scheme_id) references scheme (tenant_id, id),
      foreign key (tenant_id, reverses_id) references score_entry (tenant_id, id),
      check ((reverses_id is null) or reason is not null)
    );
    -- the same fact counts once, and is reversed once
    create unique index score_entry_once on score_entry (tenant_id, member_id, item_code, source_id) where reverses_id is null;
    create unique index score_entry_reversed_once on score_entry (tenant_id, reverses_id) where reverses_id is not null;
    create index score_entry_by_member on score_entry (tenant_id, member_id, period_id, occurred_on);
    ${lockToTenant('score_entry', appRole, 'select, insert')}
    ${appendOnly('score_entry')}

    -- running totals: the ledger is never added up in a request (toolchain.md)
    create table score_total (
      tenant_id uuid not null,
      period_id uuid not null,
      member_id uuid not null,
      dimension text not null,
      points numeric(8, 2) not null,
      primary key (tenant_id, member_id, period_id, dimension),
      foreign key (tenant_id, period_id) references score_period (tenant_id, id),
      foreign key (tenant_id, member_id) references member (tenant_id, id)
    );
    ${lockToTenant('score_total', appRole, 'select, insert, update')}
  `,
};
