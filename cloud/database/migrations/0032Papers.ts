import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/** Papers: fixed questions for a meeting, a study task or an exam, sealed until the paper is closed (issue 4, "Practice"). */
export const papers: Migration = {
  name: '0032-papers',
  sql: ({ appRole }) => `
    create table paper (
      tenant_id uuid not null,
      id uuid not null,
      organisation_id uuid not null,
      title text not null,
      state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
      -- shown on a wall, answered on phones, or both; null until it is published
      way text check (way in ('projected', 'phones', 'both')),
      -- for each person from the start; null: until it closes
      minutes integer check (minutes between 1 and 180),
      opens_at timestamptz,
      closes_at timestamptz,
      -- until then its questions are asked nowhere else and their keys stay in: 30 days after the last change of a
      -- draft, the grace after the end of a published one, never of a withdrawn one
      sealed_until timestamptz,
      withdraw_reason text,
      author_id uuid not null,
      published_by uuid,
      version integer not null default 1,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
      foreign key (tenant_id, author_id) references member (tenant_id, id),
      foreign key (tenant_id, published_by) references member (tenant_id, id),
      check ((state = 'draft') = (published_by is null)),
      check ((state = 'draft') = (way is null and opens_at is null and closes_at is null)),
      check ((state = 'withdrawn') = (withdraw_reason is not null)),
      check (closes_at > opens_at)
    );
    create index paper_by_organisation on paper (tenant_id, organisation_id, id);
    -- what members of an organisation may open now or could lately
    create index paper_by_end on paper (tenant_id, organisation_id, closes_at) where state = 'published';
    ${lockToTenant('paper', appRole, 'select, insert, update, delete')}

    -- its questions in their order; a reviewed question never changes, so this is the snapshot
    create table paper_question (
      tenant_id uuid not null,
      paper_id uuid not null,
      number integer not null check (number >= 1),
      question_id uuid not null,
      primary key (tenant_id, paper_id, number),
      unique (tenant_id, paper_id, question_id),
      foreign key (tenant_id, paper_id) references paper (tenant_id, id) on delete cascade,
      foreign key (tenant_id, question_id) references question (tenant_id, id)
    );
    create index paper_question_by_question on paper_question (tenant_id, question_id);
    ${lockToTenant('paper_question', appRole, 'select, insert, delete')}

    -- shares of right answers of one paper
    create index quiz_run_by_paper on quiz_run (tenant_id, label) where mode = 'paper';

    alter table study_task drop constraint study_task_target_kind_check;
    alter table study_task add constraint study_task_target_kind_check
      check (target_kind in ('piece', 'series', 'paper'));
  `,
};
