import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/**
 * The bank: questions with blanks, what is known of each, imports that are previewed line by line, and reviews in
 * batches (issue 4, "Import" and "Bank"). A reviewed question never changes: the table refuses it.
 */
export const questionBank: Migration = {
  name: '0030-question-bank',
  sql: ({ appRole }) => `
    create table bank_import (
      tenant_id uuid not null,
      id uuid not null,
      owner_id uuid not null,
      organisation_id uuid not null,
      state text not null default 'preview' check (state in ('preview', 'applied', 'undone')),
      -- their names and how each was understood
      files jsonb not null,
      -- of questions without a chapter of their own
      topic text not null,
      -- essays left out, questions read; once applied also what was added and what was there already
      counts jsonb not null,
      version integer not null default 1,
      created_at timestamptz not null,
      -- lines are purged then, and the whole unless it was applied
      ends_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, owner_id) references member (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
    );
    create index bank_import_by_owner on bank_import (tenant_id, owner_id, created_at);
    create index bank_import_by_end on bank_import (tenant_id, ends_at);
    ${lockToTenant('bank_import', appRole, 'select, insert, update, delete')}

    -- what was read, line by line, so that changing one is a small write
    create table bank_import_line (
      tenant_id uuid not null,
      import_id uuid not null,
      place integer not null,
      -- where in which file
      at text not null,
      draft jsonb not null,
      -- as question.plain
      plain text not null,
      problems jsonb not null,
      -- the same or nearly the same elsewhere in the files or in the bank
      twins jsonb not null,
      decision text not null check (decision in ('take', 'leave')),
      -- it was read with a problem, or a person has changed it: a second person sees it by itself
      flagged boolean not null,
      version integer not null default 1,
      primary key (tenant_id, import_id, place),
      foreign key (tenant_id, import_id) references bank_import (tenant_id, id) on delete cascade
    );
    ${lockToTenant('bank_import_line', appRole, 'select, insert, update, delete')}

    alter table question drop constraint question_type_check;
    alter table question add constraint question_type_check
      check (type in ('single', 'multiple', 'trueFalse', 'blank'));
    alter table question
      add column difficulty text check (difficulty in ('easy', 'medium', 'hard')),
      -- the first day on which it is no longer asked
      add column expires_on date,
      -- a corrected question takes the place of this one once it is reviewed
      add column replaces_id uuid,
      add column import_id uuid,
      -- looked at by itself, or passed with a batch of which a sample was looked at (抽审)
      add column review_kind text check (review_kind in ('each', 'sampled')),
      add column flagged boolean not null default false,
      -- the newest change of the law it rests on for which somebody has yet to check it
      add column law_change_id uuid,
      add column checking boolean not null generated always as (law_change_id is not null) stored,
      -- stem and options as they are compared (src/domain/quiz/bank/questionForm)
      add column plain text not null default '',
      -- everybody besides the author who has written on it
      add column editor_ids uuid[] not null default '{}',
      -- why the second person gave a draft back
      add column returned_reason text,
      add foreign key (tenant_id, replaces_id) references question (tenant_id, id),
      add foreign key (tenant_id, import_id) references bank_import (tenant_id, id),
      add foreign key (tenant_id, law_change_id) references law_change (tenant_id, id),
      add check (state <> 'reviewed' or not (reviewer_id = any(editor_ids)));

    -- The owner fills in for every bureau at once; later rows have the form that the program makes.
    alter table question no force row level security;
    update question set
      review_kind = case when state = 'draft' then null else 'each' end,
      plain = regexp_replace(lower(normalize(stem, NFKC)), '[[:space:][:punct:]]', '', 'g') ||
        coalesce((select '|' || string_agg(form, '|' order by form collate "C") from (
          select regexp_replace(lower(normalize(option, NFKC)), '[[:space:][:punct:]]', '', 'g') as form
          from jsonb_array_elements_text(options) option) forms), '');
    alter table question force row level security;

    drop index question_in_use;
    -- what members are asked from
    create index question_in_use on question (tenant_id, organisation_id, state, topic, id);
    -- the desk's list, newest first
    create index question_on_desk on question (tenant_id, organisation_id, id);
    create index question_by_plain on question (tenant_id, md5(plain)) where state <> 'retired';
    create index question_by_import on question (tenant_id, import_id) where import_id is not null;
    create index question_by_law_change on question (tenant_id, law_change_id) where law_change_id is not null;
    -- one correction at a time
    create unique index question_one_correction on question (tenant_id, replaces_id) where state <> 'retired';
    -- an import is taken back while nobody has answered: answers hold their questions
    grant delete on question to ${appRole};

    create function keep_reviewed_question() returns trigger language plpgsql as $$
    begin
      if old.state = 'draft' then return new; end if;
      if new.state is distinct from old.state and not (old.state = 'reviewed' and new.state = 'retired') then
        raise exception 'a question that was % cannot become %', old.state, new.state;
      end if;
      if (new.organisation_id, new.type, new.stem, new.options, new.key, new.explanation, new.topic, new.difficulty,
          new.plain, new.author_id, new.reviewer_id, new.editor_ids, new.review_kind, new.import_id)
        is distinct from
         (old.organisation_id, old.type, old.stem, old.options, old.key, old.explanation, old.topic, old.difficulty,
          old.plain, old.author_id, old.reviewer_id, old.editor_ids, old.review_kind, old.import_id) then
        raise exception 'a reviewed question never changes';
      end if;
      return new;
    end $$;
    create trigger question_stays before update on question
      for each row execute function keep_reviewed_question();

    create table question_review (
      tenant_id uuid not null,
      id uuid not null,
      organisation_id uuid not null,
      -- null: questions written by hand
      import_id uuid,
      state text not null default 'open' check (state in ('open', 'passed', 'returned')),
      -- drafts that the batch had when it was opened: each of the first two is looked at, the rest goes with the sample
      flagged uuid[] not null,
      sample uuid[] not null,
      rest uuid[] not null,
      opened_by uuid not null,
      opened_on date not null,
      closed_by uuid,
      closed_on date,
      version integer not null default 1,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
      foreign key (tenant_id, import_id) references bank_import (tenant_id, id),
      foreign key (tenant_id, opened_by) references member (tenant_id, id),
      foreign key (tenant_id, closed_by) references member (tenant_id, id),
      check ((state = 'open') = (closed_by is null))
    );
    create unique index question_review_open on question_review (tenant_id, organisation_id, import_id)
      nulls not distinct where state = 'open';
    create index question_review_by_import on question_review (tenant_id, organisation_id, import_id, id);
    ${lockToTenant('question_review', appRole, 'select, insert, update')}

    -- what a second person said of one question of a batch; it takes effect when the batch is closed
    create table question_verdict (
      tenant_id uuid not null,
      review_id uuid not null,
      question_id uuid not null,
      verdict text not null check (verdict in ('pass', 'return')),
      reason text,
      -- of the question as it was seen
      version integer not null,
      judged_by uuid not null,
      primary key (tenant_id, review_id, question_id),
      foreign key (tenant_id, review_id) references question_review (tenant_id, id),
      -- a draft of an import that is taken back goes with what was said of it
      foreign key (tenant_id, question_id) references question (tenant_id, id) on delete cascade,
      foreign key (tenant_id, judged_by) references member (tenant_id, id),
      check ((verdict = 'return') = (reason is not null))
    );
    create index question_verdict_by_question on question_verdict (tenant_id, question_id);
    ${lockToTenant('question_verdict', appRole, 'select, insert, update')}
  `,
};
