import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/** Laws that were amended or repealed, and the pieces that wait to be checked for it (issue 3, product.md A1). */
export const laws: Migration = {
  name: '0024-laws',
  sql: ({ appRole }) => `
    create table law_change (
      tenant_id uuid not null,
      id uuid not null,
      title text not null,
      -- the title as it is compared (src/domain/study/law)
      key text not null,
      kind text not null check (kind in ('amended', 'repealed')),
      -- the day of the new version or of the repeal
      since date not null,
      note text not null,
      marked_by uuid not null,
      marked_at timestamptz not null,
      primary key (tenant_id, id),
      unique (tenant_id, key, since),
      foreign key (tenant_id, marked_by) references member (tenant_id, id)
    );
    create index law_change_by_day on law_change (tenant_id, since);
    ${lockToTenant('law_change', appRole, 'select, insert')}

    -- The newest change for which a second person has yet to check the piece; null: none
    alter table piece add column law_change_id uuid;
    alter table piece add foreign key (tenant_id, law_change_id) references law_change (tenant_id, id);
    create index piece_by_law_change on piece (tenant_id, law_change_id) where law_change_id is not null;
  `,
};
