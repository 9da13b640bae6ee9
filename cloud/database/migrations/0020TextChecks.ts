import type { Migration } from './migration';

/** What the check of a piece's text said when it was handed in, for its reviewer; null before that. */
export const textChecks: Migration = {
  name: '0020-text-checks',
  sql: () => `
    alter table piece add column text_verdict text check (text_verdict in ('pass', 'review', 'risky'));
    alter table piece add column text_note text;
  `,
};
