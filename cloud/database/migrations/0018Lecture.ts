import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/** The micro-lecture rota (微党课, product.md A4): turns, and swaps that both speakers agree to. */
export const lecture: Migration = {
  name: '0018-lecture',
  sql: ({ appRole }) => `
    create table lecture_turn (
      tenant_id uuid not null,
      id uuid not null,
      organisation_id uuid not null,
      day date not null,
      speaker_id uuid not null,
      topic text not null default '',
      -- what the speaker attaches: some words, a piece
      outline text not null default '',
      piece_id uuid,
      state text not null default 'planned' check (state in ('planned', 'cancelled')),
      laid_by uuid not null,
      version integer not null default 1,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
      foreign key (tenant_id, speaker_id) references member (tenant_id, id),
      foreign key (tenant_id, piece_id) references piece (tenant_id, id),
      foreign key (tenant_id, laid_by) references member (tenant_id, id)
    );
    create index lecture_turn_by_day on lecture_turn (tenant_id, organisation_id, day) where state = 'planned';
    -- nobody speaks twice on one day, whoever writes at once
    create unique index lecture_turn_once_a_day on lecture_turn (tenant_id, organisation_id, speaker_id, day)
      where state = 'planned';
    ${lockToTenant('lecture_turn', appRole, 'select, insert, update')}

    create table lecture_swap (
      tenant_id uuid not null,
      id uuid not null,
      turn_id uuid not null,
      with_turn_id uuid not null,
      asked_by uuid not null,
      asked_of uuid not null,
      state text not null default 'asked' check (state in ('asked', 'agreed', 'declined', 'takenBack', 'lapsed')),
      primary key (tenant_id, id),
      foreign key (tenant_id, turn_id) references lecture_turn (tenant_id, id),
      foreign key (tenant_id, with_turn_id) references lecture_turn (tenant_id, id),
      foreign key (tenant_id, asked_by) references member (tenant_id, id),
      foreign key (tenant_id, asked_of) references member (tenant_id, id),
      check (turn_id <> with_turn_id and asked_by <> asked_of)
    );
    -- one question at a time for a turn
    create unique index lecture_swap_asked on lecture_swap (tenant_id, turn_id) where state = 'asked';
    create index lecture_swap_asked_of on lecture_swap (tenant_id, with_turn_id) where state = 'asked';
    ${lockToTenant('lecture_swap', appRole, 'select, insert, update')}
  `,
};
