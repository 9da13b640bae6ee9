import type { Migration } from './migration';

/**
 * Which papers are not closed is asked with every question that is offered or answered; what corrects a question, with
 * every one that is taken back.
 */
export const openPapers: Migration = {
  name: '0034-open-papers',
  sql: () => `
    create index paper_sealed on paper (tenant_id, sealed_until);
    create index question_by_corrected on question (tenant_id, replaces_id) where replaces_id is not null;
  `,
};
