import type { Migration } from './migration';

/**
 * Schema `gate`: what finds the tenant (architecture.md "Tenant first"). No
 * row-level security, so it holds no name, no record and nothing readable:
 * hashes, blind indexes and ids only, and the bureau's own name.
 */
export const gate: Migration = {
  name: '0001-gate',
  sql: ({ appRole }) => `
    create function refuse_change() returns trigger language plpgsql as $body$
    begin
      raise exception 'append_only: % on %', tg_op, tg_table_name using errcode = 'raise_exception';
    end
    $body$;

    grant usage on schema public to ${appRole};
    create schema gate;
    grant usage on schema gate to ${appRole};

    create table gate.tenant (
      id uuid primary key,
      name text not null,
      created_at timestamptz not null
    );

    -- The demo mark: at most one row, written in the filling transaction of an empty database, never later.
    create table gate.demo_mark (
      only_one boolean primary key default true check (only_one),
      marked_at timestamptz not null
    );
    create function gate.refuse_late_mark() returns trigger language plpgsql as $body$
    begin
      if exists (select 1 from gate.tenant) then
        raise exception 'demo_mark: the database already has a tenant';
      end if;
      return new;
    end
    $body$;
    create trigger demo_mark_first before insert on gate.demo_mark
      for each row execute function gate.refuse_late_mark();

    -- A marked database takes one tenant, the demo bureau.
    create function gate.refuse_real_tenant() returns trigger language plpgsql as $body$
    begin
      if exists (select 1 from gate.demo_mark) and exists (select 1 from gate.tenant) then
        raise exception 'demo_mark: a demo database takes no further tenant';
      end if;
      return new;
    end
    $body$;
    create trigger tenant_not_beside_demo before insert on gate.tenant
      for each row execute function gate.refuse_real_tenant();

    create table gate.app (
      appid text not null,
      tenant_id uuid not null references gate.tenant (id),
      primary key (appid, tenant_id)
    );

    create table gate.login (
      login_name text primary key,
      tenant_id uuid not null references gate.tenant (id),
      member_id uuid not null,
      passphrase_hash text,
      unique (tenant_id, member_id)
    );

    create table gate.mobile (
      blind_index text not null,
      tenant_id uuid not null references gate.tenant (id),
      member_id uuid not null,
      primary key (blind_index, tenant_id, member_id)
    );
    create index mobile_by_member on gate.mobile (tenant_id, member_id);

    create table gate.binding (
      appid text not null,
      openid text not null,
      tenant_id uuid not null references gate.tenant (id),
      member_id uuid not null,
      chosen boolean not null default false,
      primary key (appid, openid, tenant_id)
    );
    create index binding_by_member on gate.binding (tenant_id, member_id);

    create table gate.session (
      token_hash text primary key,
      id uuid not null unique,
      -- Null until a card is used: a self-hosted mini-program's session of an openid nobody knows yet.
      tenant_id uuid references gate.tenant (id),
      member_id uuid,
      appid text,
      openid text,
      channel text not null check (channel in ('h5', 'weapp')),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      check ((tenant_id is null) = (member_id is null))
    );
    create index session_by_member on gate.session (tenant_id, member_id);
    create index session_by_expiry on gate.session (expires_at);

    create table gate.activation_code (
      code_hash text primary key,
      tenant_id uuid not null references gate.tenant (id),
      member_id uuid not null,
      issued_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      revoked_at timestamptz
    );
    create index activation_code_by_member on gate.activation_code (tenant_id, member_id);

    -- Counts of tries per bucket and window; a bucket is a keyed hash, never an address or a name.
    create table gate.tries (
      bucket text not null,
      window_start timestamptz not null,
      count integer not null,
      primary key (bucket, window_start)
    );
    create index tries_by_window on gate.tries (window_start);

    grant select on gate.tenant, gate.demo_mark, gate.app to ${appRole};
    grant select, insert, update, delete on gate.login, gate.mobile, gate.binding, gate.session, gate.tries to ${appRole};
    grant select, insert, update on gate.activation_code to ${appRole};
  `,
};
