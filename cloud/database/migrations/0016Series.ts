import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/**
 * A long text as a series of pieces (product.md A3). Until a second person has approved it there are its text and the
 * cuts in it; with the approval the pieces are made, and from then on each lives by itself.
 */
export const series: Migration = {
  name: '0016-series',
  sql: ({ appRole }) => `
    create table series (
      tenant_id uuid not null,
      id uuid not null,
      organisation_id uuid not null,
      author_id uuid not null,
      -- who changed it besides the author: the second person is none of them
      editor_ids uuid[] not null default '{}',
      state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved', 'withdrawn')),
      title text not null,
      kind text not null check (kind in ('explanation', 'local', 'microLecture', 'external')),
      topic text not null,
      source jsonb,
      -- the whole text as it came; the pieces are its slices
      text text not null,
      -- [{at, title}]: the offsets (UTF-16) at which pieces begin
      cuts jsonb not null,
      piece_count integer not null,
      demo boolean not null default false,
      plan_from date,
      -- 1 Monday to 7 Sunday
      plan_weekdays integer[],
      -- the plan was made by somebody who may lay pieces on days
      plan_decided boolean not null default false,
      reviewer_id uuid,
      reviewed_at timestamptz,
      note text,
      version integer not null default 1,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
      foreign key (tenant_id, author_id) references member (tenant_id, id),
      foreign key (tenant_id, reviewer_id) references member (tenant_id, id),
      check (state <> 'approved' or (reviewer_id is not null and reviewer_id <> author_id
        and reviewer_id <> all (editor_ids))),
      check ((plan_from is null) = (plan_weekdays is null))
    );
    create index series_by_state on series (tenant_id, organisation_id, state, updated_at);
    ${lockToTenant('series', appRole, 'select, insert, update')}

    alter table piece add column series_id uuid;
    -- 1 for the first
    alter table piece add column position integer;
    alter table piece add check ((series_id is null) = (position is null));
    alter table piece add foreign key (tenant_id, series_id) references series (tenant_id, id);
    create unique index piece_by_series on piece (tenant_id, series_id, position) where series_id is not null;
  `,
};
