import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/**
 * What the answers of many say of a question: shares by branch and item analysis (product.md B5). Nobody is in these
 * tables, and `people` is there to keep two figures five people apart; it never leaves the server.
 */
export const figures: Migration = {
  name: '0033-figures',
  sql: ({ appRole }) => `
    create table answer_share (
      tenant_id uuid not null,
      -- where the people belonged when they answered
      organisation_id uuid not null,
      question_id uuid not null,
      people integer not null check (people >= 5),
      share smallint not null check (share between 10 and 90),
      bound text check (bound in ('orMore', 'orLess')),
      primary key (tenant_id, organisation_id, question_id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
      foreign key (tenant_id, question_id) references question (tenant_id, id)
    );
    create index answer_share_lowest on answer_share (tenant_id, organisation_id, share, question_id);
    create index answer_share_by_question on answer_share (tenant_id, question_id);
    ${lockToTenant('answer_share', appRole, 'select, insert, update, delete')}

    create table question_figure (
      tenant_id uuid not null,
      question_id uuid not null,
      -- whose bank it is in
      organisation_id uuid not null,
      people integer not null check (people >= 20),
      -- in a hundred, in steps of five
      difficulty smallint not null check (difficulty between 0 and 100),
      discrimination double precision check (discrimination between -1 and 1),
      -- the place of the verdict in src/domain/quiz/analysis/judgeItem.ts, worst first
      urgency smallint not null check (urgency between 0 and 4),
      -- by the index of the option: {share, instead}; empty for blanks
      options jsonb not null,
      -- whether the keepers have been told that its key is probably wrong
      told boolean not null default false,
      primary key (tenant_id, question_id),
      foreign key (tenant_id, question_id) references question (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
    );
    create index question_figure_worst on question_figure (tenant_id, organisation_id, urgency, question_id);
    ${lockToTenant('question_figure', appRole, 'select, insert, update, delete')}

    -- What each person was right at, while a night is computed in steps and in that transaction only: nobody ever reads
    -- a row that another has written, because none is ever committed.
    create table answer_sum (
      tenant_id uuid not null,
      member_id uuid not null,
      given integer not null,
      right_ones integer not null,
      primary key (tenant_id, member_id)
    );
    create function refuse_answer_sum() returns trigger language plpgsql as $$
    begin
      if exists (select from answer_sum s where s.tenant_id = new.tenant_id and s.member_id = new.member_id) then
        raise exception 'sums of one person are not kept';
      end if;
      return null;
    end $$;
    create constraint trigger answer_sum_goes after insert or update on answer_sum deferrable initially deferred
      for each row execute function refuse_answer_sum();
    ${lockToTenant('answer_sum', appRole, 'select, insert, delete')}

    -- one row a bureau: when figures were computed, and before when nobody tries again
    create table figure_night (
      tenant_id uuid primary key references gate.tenant (id),
      computed_on date,
      next_try_at timestamptz not null
    );
    ${lockToTenant('figure_night', appRole, 'select, insert, update')}
  `,
};
