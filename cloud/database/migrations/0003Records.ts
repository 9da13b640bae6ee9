import type { Migration } from './migration';
import { appendOnly, lockToTenant } from './tenantPolicy';

/** What every capability leaves behind: receipts, audit rows, sign-in log, outbox, notices, files. */
export const records: Migration = {
  name: '0003-records',
  sql: ({ appRole }) => `
    create table receipt (
      tenant_id uuid not null references gate.tenant (id),
      member_id uuid not null,
      mutation_id uuid not null,
      operation text not null,
      input_digest text not null,
      reply text,
      created_at timestamptz not null,
      primary key (tenant_id, member_id, mutation_id)
    );
    create index receipt_by_age on receipt (tenant_id, created_at);
    ${lockToTenant('receipt', appRole, 'select, insert, update, delete')}

    -- ids only, no personal data; sealed later (architecture.md "Audit rows")
    create table audit_row (
      tenant_id uuid not null references gate.tenant (id),
      id uuid not null,
      at timestamptz not null,
      actor_id uuid,
      -- under which hat, and for which organisation when it is not the actor's own (代录)
      post text,
      acting_for uuid,
      action text not null,
      subject_kind text,
      subject_id uuid,
      request_id text not null,
      primary key (tenant_id, id)
    );
    create index audit_row_by_time on audit_row (tenant_id, at);
    ${lockToTenant('audit_row', appRole, 'select, insert')}
    ${appendOnly('audit_row')}

    -- kept 190 days (domain.md 11.2), then dropped by the owner
    create table sign_in_row (
      tenant_id uuid not null references gate.tenant (id),
      id uuid not null,
      at timestamptz not null,
      member_id uuid,
      channel text not null,
      event text not null check (event in ('signedIn', 'refused', 'activated', 'signedOut', 'revoked', 'cardIssued', 'passphraseSet')),
      address text,
      primary key (tenant_id, id)
    );
    create index sign_in_row_by_time on sign_in_row (tenant_id, at);
    ${lockToTenant('sign_in_row', appRole, 'select, insert')}
    ${appendOnly('sign_in_row')}

    create table outbox (
      tenant_id uuid not null references gate.tenant (id),
      id uuid not null,
      topic text not null,
      payload jsonb not null,
      created_at timestamptz not null,
      due_at timestamptz not null,
      attempts integer not null default 0,
      done_at timestamptz,
      -- given up after the last try; kept to be looked at
      failed_at timestamptz,
      last_error text,
      primary key (tenant_id, id)
    );
    create index outbox_due on outbox (tenant_id, due_at) where done_at is null and failed_at is null;
    ${lockToTenant('outbox', appRole, 'select, insert, update, delete')}

    create table notice (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      text text not null,
      created_at timestamptz not null,
      unread boolean not null default true,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references member (tenant_id, id)
    );
    create index notice_by_member on notice (tenant_id, member_id, created_at);
    ${lockToTenant('notice', appRole, 'select, insert, update')}

    create table file (
      tenant_id uuid not null,
      id uuid not null,
      owner_id uuid not null,
      purpose text not null,
      name text not null,
      declared_size bigint not null,
      size bigint,
      media_type text,
      sha256 text,
      state text not null default 'begun' check (state in ('begun', 'ready')),
      created_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, owner_id) references member (tenant_id, id)
    );
    create index file_unfinished on file (tenant_id, created_at) where state = 'begun';
    ${lockToTenant('file', appRole, 'select, insert, update, delete')}
  `,
};
