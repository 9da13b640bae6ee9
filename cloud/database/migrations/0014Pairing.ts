import type { Migration } from './migration';

/**
 * Signing in on a PC by scanning: one row per code that a PC shows. Hashes only: the code is in the picture, the secret
 * is the PC's. Nothing says where either of them is.
 */
export const pairing: Migration = {
  name: '0014-pairing',
  sql: ({ appRole }) => `
    create table gate.pairing (
      code_hash text primary key,
      secret_hash text not null unique,
      -- what the PC shows, and the three that the phone offers, in their order
      digits text not null,
      choices text[] not null,
      -- as the browser calls itself; only for the person's eyes
      browser text not null,
      system text not null,
      state text not null default 'asked' check (state in ('asked', 'scanned', 'confirmed', 'used', 'ended')),
      -- who scanned first: nobody else can confirm
      tenant_id uuid references gate.tenant (id),
      member_id uuid,
      asked_at timestamptz not null,
      expires_at timestamptz not null,
      check ((tenant_id is null) = (member_id is null)),
      check (state not in ('scanned', 'confirmed', 'used') or member_id is not null)
    );
    create index pairing_by_expiry on gate.pairing (expires_at);
    grant select, insert, update, delete on gate.pairing to ${appRole};
  `,
};
