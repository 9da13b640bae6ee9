import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/**
 * Pictures and recordings in pieces: the form in which a file's content lies in the store, what was measured of it,
 * and which piece shows it. A file that no piece shows is taken away after a while (purge.ts).
 */
export const pieceMedia: Migration = {
  name: '0011-piece-media',
  sql: ({ appRole }) => `
    alter table file add column form text not null default 'plain' check (form in ('plain', 'clean', 'sealed'));
    -- of a recording, measured from its content
    alter table file add column seconds integer;
    -- of a picture, in pixels
    alter table file add column width integer;
    alter table file add column height integer;
    create index file_by_age on file (tenant_id, purpose, created_at);

    create table piece_media (
      tenant_id uuid not null,
      piece_id uuid not null,
      file_id uuid not null,
      primary key (tenant_id, piece_id, file_id),
      foreign key (tenant_id, piece_id) references piece (tenant_id, id),
      foreign key (tenant_id, file_id) references file (tenant_id, id)
    );
    create index piece_media_by_file on piece_media (tenant_id, file_id);
    ${lockToTenant('piece_media', appRole, 'select, insert, delete')}
  `,
};
