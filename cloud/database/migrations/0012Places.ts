import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/**
 * People's places change: leaving by a day, terms that are edited, finding by
 * name, and rosters read from files (sealed previews, and what an applied one
 * did, so that it can be taken back).
 */
export const places: Migration = {
  name: '0012-places',
  sql: ({ appRole }) => `
    -- the first day on which the person is no member here any more; access ends with it, whenever the status follows
    alter table member add column leaves_on date;
    create index member_by_name on member (tenant_id, name);
    create index member_leaving on member (tenant_id, leaves_on)
      where leaves_on is not null and status in ('active', 'suspended');

    alter table post add column version integer not null default 1;

    -- rows of an import that is taken back (they never held) go; everything else is ended and stays
    grant delete on affiliation, member_mark to ${appRole};

    create table intake (
      tenant_id uuid not null,
      id uuid not null,
      owner_id uuid not null,
      organisation_id uuid not null,
      purpose text not null check (purpose in ('import', 'check')),
      state text not null default 'preview' check (state in ('preview', 'applied', 'undone')),
      version integer not null default 1,
      created_at timestamptz not null,
      -- purged then
      ends_at timestamptz not null,
      -- personal data of people who may be in no roster yet: sealed, whole
      summary_sealed text not null,
      lines_sealed text,
      effects_sealed text,
      primary key (tenant_id, id),
      foreign key (tenant_id, owner_id) references member (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
    );
    create index intake_by_owner on intake (tenant_id, owner_id, created_at);
    create index intake_by_end on intake (tenant_id, ends_at);
    ${lockToTenant('intake', appRole, 'select, insert, update, delete')}
  `,
};
