import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/** The library: what is found by searching, and the member's own bookmarks and notes (product.md A2, A6). */
export const library: Migration = {
  name: '0017-library',
  sql: ({ appRole }) => `
    -- for the list of one topic, and for the list of topics
    create index piece_by_topic on piece (tenant_id, organisation_id, topic, publish_on)
      where state = 'approved' and publish_on is not null;

    -- what has been cut for searching: a row per piece or series
    create table search_entry (
      tenant_id uuid not null,
      kind text not null check (kind in ('piece', 'series')),
      id uuid not null,
      primary key (tenant_id, kind, id)
    );
    ${lockToTenant('search_entry', appRole, 'select, insert, delete')}

    -- "C": compared byte by byte, so that a beginning is a range of the key; equality and order on text are leakproof
    create table search_gram (
      tenant_id uuid not null,
      gram text collate "C" not null,
      kind text not null,
      id uuid not null,
      -- 3 in the title, 2 in topic or source, 1 in the text
      weight smallint not null,
      primary key (tenant_id, gram, kind, id),
      foreign key (tenant_id, kind, id) references search_entry (tenant_id, kind, id) on delete cascade
    );
    create index search_gram_by_entry on search_gram (tenant_id, kind, id);
    ${lockToTenant('search_gram', appRole, 'select, insert, delete')}

    -- the member's own, for nobody else: no instant says when (architecture.md "Audited")
    create table study_bookmark (
      tenant_id uuid not null,
      member_id uuid not null,
      piece_id uuid not null,
      added_on date not null,
      primary key (tenant_id, member_id, piece_id),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      foreign key (tenant_id, piece_id) references piece (tenant_id, id)
    );
    create index study_bookmark_by_day on study_bookmark (tenant_id, member_id, added_on, piece_id);
    ${lockToTenant('study_bookmark', appRole, 'select, insert, delete')}

    create table study_note (
      tenant_id uuid not null,
      member_id uuid not null,
      piece_id uuid not null,
      text text not null,
      written_on date not null,
      primary key (tenant_id, member_id, piece_id),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      foreign key (tenant_id, piece_id) references piece (tenant_id, id)
    );
    create index study_note_by_day on study_note (tenant_id, member_id, written_on, piece_id);
    ${lockToTenant('study_note', appRole, 'select, insert, update, delete')}

    create table study_note_gram (
      tenant_id uuid not null,
      member_id uuid not null,
      gram text collate "C" not null,
      piece_id uuid not null,
      primary key (tenant_id, member_id, gram, piece_id),
      foreign key (tenant_id, member_id, piece_id) references study_note (tenant_id, member_id, piece_id)
        on delete cascade
    );
    create index study_note_gram_by_note on study_note_gram (tenant_id, member_id, piece_id);
    ${lockToTenant('study_note_gram', appRole, 'select, insert, delete')}
  `,
};
