import type { Migration } from './migration';

/** A notice may lead to the screen where its matter is settled; older ones lead nowhere. */
export const noticeTargets: Migration = {
  name: '0015-notice-targets',
  sql: () => `
    alter table notice add column target jsonb;
  `,
};
