import type { Migration } from './migration';

/** What somebody becomes on the day of leaving, when that is still to come; and terms that never began may go. */
export const leaving: Migration = {
  name: '0019-leaving',
  sql: ({ appRole }) => `
    alter table member add column leaves_as text check (leaves_as in ('transferredOut', 'left'));
    grant delete on post to ${appRole};
  `,
};
