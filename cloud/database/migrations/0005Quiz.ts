import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/** Questions, the day's five and the member's private answers (product.md B3 to B5). */
export const quiz: Migration = {
  name: '0005-quiz',
  sql: ({ appRole }) => `
    create table question (
      tenant_id uuid not null,
      id uuid not null,
      organisation_id uuid not null,
      type text not null check (type in ('single', 'multiple', 'trueFalse')),
      stem text not null,
      options jsonb not null,
      key jsonb not null,
      explanation text not null,
      source jsonb not null,
      topic text not null,
      state text not null default 'draft' check (state in ('draft', 'reviewed', 'retired')),
      demo boolean not null default false,
      author_id uuid not null,
      reviewer_id uuid,
      version integer not null default 1,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
      foreign key (tenant_id, author_id) references member (tenant_id, id),
      foreign key (tenant_id, reviewer_id) references member (tenant_id, id),
      check (state <> 'reviewed' or (reviewer_id is not null and reviewer_id <> author_id))
    );
    create index question_in_use on question (tenant_id, state, id);
    ${lockToTenant('question', appRole, 'select, insert, update')}

    -- the five of one day, fixed at the first look so that two phones show the same
    create table daily_five (
      tenant_id uuid not null,
      member_id uuid not null,
      day date not null,
      question_ids uuid[] not null,
      primary key (tenant_id, member_id, day),
      foreign key (tenant_id, member_id) references member (tenant_id, id)
    );
    ${lockToTenant('daily_five', appRole, 'select, insert, delete')}

    create table quiz_answer (
      tenant_id uuid not null,
      member_id uuid not null,
      day date not null,
      question_id uuid not null,
      answer jsonb not null,
      correct boolean not null,
      primary key (tenant_id, member_id, day, question_id),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      foreign key (tenant_id, question_id) references question (tenant_id, id)
    );
    create index quiz_answer_by_question on quiz_answer (tenant_id, member_id, question_id, day);
    ${lockToTenant('quiz_answer', appRole, 'select, insert, delete')}

    -- a wrong one comes back on due_on
    create table comeback (
      tenant_id uuid not null,
      member_id uuid not null,
      question_id uuid not null,
      due_on date not null,
      primary key (tenant_id, member_id, question_id),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      foreign key (tenant_id, question_id) references question (tenant_id, id)
    );
    create index comeback_due on comeback (tenant_id, member_id, due_on);
    ${lockToTenant('comeback', appRole, 'select, insert, update, delete')}
  `,
};
