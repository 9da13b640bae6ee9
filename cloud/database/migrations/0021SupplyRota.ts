import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/** The supply rota (轮值供稿, product.md A0): whose week it is to supply pieces, what was written for it, and swaps. */
export const supplyRota: Migration = {
  name: '0021-supply-rota',
  sql: ({ appRole }) => `
    create table supply_turn (
      tenant_id uuid not null,
      id uuid not null,
      -- whose pieces they are, and who supplies them
      publisher_id uuid not null,
      supplier_id uuid not null,
      -- its Monday
      week date not null check (extract(isodow from week) = 1),
      -- the supplier's officers have been told that the week is near
      is_told boolean not null default false,
      laid_by uuid not null,
      version integer not null default 1,
      primary key (tenant_id, id),
      foreign key (tenant_id, publisher_id) references organisation (tenant_id, id),
      foreign key (tenant_id, supplier_id) references organisation (tenant_id, id),
      foreign key (tenant_id, laid_by) references member (tenant_id, id),
      check (publisher_id <> supplier_id)
    );
    -- one supplier a week, whoever lays at once
    create unique index supply_turn_once_a_week on supply_turn (tenant_id, publisher_id, week);
    create index supply_turn_of_supplier on supply_turn (tenant_id, supplier_id, week);
    create index supply_turn_to_tell on supply_turn (tenant_id, week) where not is_told;
    ${lockToTenant('supply_turn', appRole, 'select, insert, update, delete')}

    create table supply_piece (
      tenant_id uuid not null,
      piece_id uuid not null,
      turn_id uuid not null,
      primary key (tenant_id, piece_id),
      foreign key (tenant_id, piece_id) references piece (tenant_id, id) on delete cascade,
      foreign key (tenant_id, turn_id) references supply_turn (tenant_id, id) on delete cascade
    );
    create index supply_piece_of_turn on supply_piece (tenant_id, turn_id);
    ${lockToTenant('supply_piece', appRole, 'select, insert, update, delete')}

    create table supply_swap (
      tenant_id uuid not null,
      id uuid not null,
      turn_id uuid not null,
      with_turn_id uuid not null,
      -- the organisations of the two turns when it was asked, and who asked
      asking_id uuid not null,
      asked_id uuid not null,
      asked_by uuid not null,
      state text not null default 'asked' check (state in ('asked', 'agreed', 'declined', 'takenBack', 'lapsed')),
      primary key (tenant_id, id),
      foreign key (tenant_id, turn_id) references supply_turn (tenant_id, id) on delete cascade,
      foreign key (tenant_id, with_turn_id) references supply_turn (tenant_id, id) on delete cascade,
      foreign key (tenant_id, asking_id) references organisation (tenant_id, id),
      foreign key (tenant_id, asked_id) references organisation (tenant_id, id),
      foreign key (tenant_id, asked_by) references member (tenant_id, id),
      check (turn_id <> with_turn_id and asking_id <> asked_id)
    );
    -- one question at a time for a turn
    create unique index supply_swap_asked on supply_swap (tenant_id, turn_id) where state = 'asked';
    create index supply_swap_with_turn on supply_swap (tenant_id, with_turn_id);
    create index supply_swap_of_turn on supply_swap (tenant_id, turn_id);
    ${lockToTenant('supply_swap', appRole, 'select, insert, update')}
  `,
};
