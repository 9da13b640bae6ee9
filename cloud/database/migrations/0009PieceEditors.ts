import type { Migration } from './migration';

/**
 * Who has written on a piece besides its author. The second person must be none of them: with the author alone on
 * record, whoever edits a colleague's draft could approve the own words (product.md A1). Empty for older pieces.
 */
export const pieceEditors: Migration = {
  name: '0009-piece-editors',
  sql: () => `
    alter table piece add column editor_ids uuid[] not null default '{}';
    alter table piece add check (state <> 'approved' or reviewer_id <> all (editor_ids));
  `,
};
