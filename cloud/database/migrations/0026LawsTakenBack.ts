import type { Migration } from './migration';

/** A law that was marked by mistake is taken back, and may be marked again; its row stays (product.md A1). */
export const lawsTakenBack: Migration = {
  name: '0026-laws-taken-back',
  sql: ({ appRole }) => `
    alter table law_change add column version integer not null default 1;
    alter table law_change add column taken_back_by uuid;
    alter table law_change add column taken_back_at timestamptz;
    alter table law_change add check ((taken_back_by is null) = (taken_back_at is null));
    alter table law_change add foreign key (tenant_id, taken_back_by) references member (tenant_id, id);
    grant update (title, kind, note, marked_by, marked_at, version, taken_back_by, taken_back_at)
      on law_change to ${appRole};
  `,
};
