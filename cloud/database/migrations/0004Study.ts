import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/** Pieces of morning study, their self-check questions, and the member's own marks (product.md A1, A2). */
export const study: Migration = {
  name: '0004-study',
  sql: ({ appRole }) => `
    create table piece (
      tenant_id uuid not null,
      id uuid not null,
      organisation_id uuid not null,
      author_id uuid not null,
      state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved', 'withdrawn')),
      kind text not null check (kind in ('explanation', 'local', 'microLecture', 'external')),
      title text not null,
      topic text not null,
      blocks jsonb not null,
      length integer not null,
      source jsonb,
      checks jsonb not null default '[]',
      demo boolean not null default false,
      reviewer_id uuid,
      reviewed_at timestamptz,
      -- what the reviewer asked for, or why it was withdrawn
      note text,
      publish_on date,
      -- published once this has passed (architecture.md "Publishing is publish_at <= clock")
      publish_at timestamptz,
      version integer not null default 1,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
      foreign key (tenant_id, author_id) references member (tenant_id, id),
      foreign key (tenant_id, reviewer_id) references member (tenant_id, id),
      -- the second person, whoever writes to the table (product.md A1)
      check (state <> 'approved' or (reviewer_id is not null and reviewer_id <> author_id)),
      check ((publish_on is null) = (publish_at is null))
    );
    create unique index piece_one_a_day on piece (tenant_id, organisation_id, publish_on)
      where state = 'approved' and publish_on is not null;
    create index piece_by_state on piece (tenant_id, organisation_id, state, updated_at);
    ${lockToTenant('piece', appRole, 'select, insert, update')}

    -- 今日已学: the key is member and piece, the day is the piece's day; nothing says when it was tapped
    create table study_mark (
      tenant_id uuid not null,
      member_id uuid not null,
      piece_id uuid not null,
      day date not null,
      primary key (tenant_id, member_id, piece_id),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      foreign key (tenant_id, piece_id) references piece (tenant_id, id)
    );
    create index study_mark_by_day on study_mark (tenant_id, member_id, day);
    ${lockToTenant('study_mark', appRole, 'select, insert, delete')}
  `,
};
