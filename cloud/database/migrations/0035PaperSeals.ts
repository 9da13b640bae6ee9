import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/**
 * What a paper keeps out of practice besides its own questions (the same ones in other banks, corrections, what they
 * correct) is looked up when the paper is made, not with every answer.
 */
export const paperSeals: Migration = {
  name: '0035-paper-seals',
  sql: ({ appRole }) => `
    create table paper_seal (
      tenant_id uuid not null,
      paper_id uuid not null,
      question_id uuid not null,
      primary key (tenant_id, paper_id, question_id),
      foreign key (tenant_id, paper_id) references paper (tenant_id, id) on delete cascade,
      -- no reason to keep an import from being taken back: its questions on the paper itself are
      foreign key (tenant_id, question_id) references question (tenant_id, id) on delete cascade
    );
    create index paper_seal_by_question on paper_seal (tenant_id, question_id);

    -- The owner fills in for every bureau at once; what is related to them is found when a paper is saved or published.
    alter table paper_question no force row level security;
    insert into paper_seal (tenant_id, paper_id, question_id)
      select tenant_id, paper_id, question_id from paper_question;
    alter table paper_question force row level security;
    ${lockToTenant('paper_seal', appRole, 'select, insert, delete')}
  `,
};
