import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/**
 * Sets of questions of every kind, what was answered in them, and what is remembered of each question by day
 * (issue 4, "Practice"). The days' fives, their answers and comebacks move over; their tables go.
 */
export const quizRuns: Migration = {
  name: '0031-quiz-runs',
  sql: ({ appRole }) => `
    -- one set of one member, fixed when it is opened; a retry is a new attempt
    create table quiz_run (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      mode text not null check (mode in
        ('dailyFive', 'weeklyTen', 'topic', 'challenge', 'wrongBook', 'review', 'mockExam', 'paper')),
      -- the day, the Monday of the week, the topic, the paper's id
      label text not null,
      attempt integer not null default 1 check (attempt >= 1),
      question_ids uuid[] not null check (cardinality(question_ids) >= 1),
      opened_on date not null,
      -- exams only, the one instant there is: null once the person has handed in, and a week after the clock has
      deadline_at timestamptz,
      handed_in boolean not null default false,
      primary key (tenant_id, id),
      unique (tenant_id, member_id, mode, label, attempt),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      check (deadline_at is null or mode in ('mockExam', 'paper'))
    );
    create index quiz_run_by_day on quiz_run (tenant_id, opened_on);
    create index quiz_run_deadline on quiz_run (tenant_id, deadline_at) where deadline_at is not null;

    create table run_answer (
      tenant_id uuid not null,
      member_id uuid not null,
      run_id uuid not null,
      question_id uuid not null,
      -- received after the time of an exam was over: kept beside the one in time, never graded
      late boolean not null default false,
      answer jsonb not null,
      -- null: not graded (an exam not yet handed in, or late)
      correct boolean,
      -- the day of receipt
      day date not null,
      primary key (tenant_id, run_id, question_id, late),
      foreign key (tenant_id, run_id) references quiz_run (tenant_id, id) on delete cascade,
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      foreign key (tenant_id, question_id) references question (tenant_id, id),
      check (not late or correct is null)
    );
    create index run_answer_by_question on run_answer (tenant_id, question_id, member_id, day);

    -- what a member remembers of a question (FSRS in days), and whether it is in the own wrong book
    create table review_card (
      tenant_id uuid not null,
      member_id uuid not null,
      question_id uuid not null,
      stability real not null check (stability > 0),
      difficulty real not null check (difficulty between 1 and 10),
      last_on date not null,
      due_on date not null,
      wrong boolean not null,
      primary key (tenant_id, member_id, question_id),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      foreign key (tenant_id, question_id) references question (tenant_id, id)
    );
    create index review_card_due on review_card (tenant_id, member_id, due_on);
    create index review_card_wrong on review_card (tenant_id, member_id, due_on, question_id) where wrong;

    create table review_setting (
      tenant_id uuid not null,
      member_id uuid not null,
      new_per_day integer not null default 5 check (new_per_day between 0 and 20),
      due_per_day integer not null default 10 check (due_per_day between 0 and 50),
      primary key (tenant_id, member_id),
      foreign key (tenant_id, member_id) references member (tenant_id, id)
    );
    ${lockToTenant('review_setting', appRole, 'select, insert, update, delete')}

    -- The owner moves the rows of every bureau at once.
    alter table daily_five no force row level security;
    alter table quiz_answer no force row level security;
    alter table comeback no force row level security;

    -- A day whose five were taken away by their time has its answers still.
    insert into quiz_run (tenant_id, id, member_id, mode, label, question_ids, opened_on)
    select tenant_id, gen_random_uuid(), member_id, 'dailyFive', day::text, question_ids, day
    from (
      select tenant_id, member_id, day, question_ids from daily_five where cardinality(question_ids) > 0
      union all
      select a.tenant_id, a.member_id, a.day, array_agg(a.question_id order by a.question_id)
      from quiz_answer a
      where not exists (select 1 from daily_five five where five.tenant_id = a.tenant_id
        and five.member_id = a.member_id and five.day = a.day and cardinality(five.question_ids) > 0)
      group by a.tenant_id, a.member_id, a.day
    ) days;
    insert into run_answer (tenant_id, member_id, run_id, question_id, answer, correct, day)
    select a.tenant_id, a.member_id, r.id, a.question_id, a.answer, a.correct, a.day
    from quiz_answer a join quiz_run r on r.tenant_id = a.tenant_id and r.member_id = a.member_id
      and r.mode = 'dailyFive' and r.label = a.day::text;
    -- The memory after one answer, as FSRS-6 has it (w0, w2, and the difficulties of Again and Good); from the next
    -- answer on it is the person's own. A right one is due two days on, as there.
    insert into review_card (tenant_id, member_id, question_id, stability, difficulty, last_on, due_on, wrong)
    select last.tenant_id, last.member_id, last.question_id,
      case when c.due_on is null then 2.3065 else 0.212 end, case when c.due_on is null then 2.1181 else 6.4133 end,
      last.day, coalesce(c.due_on, last.day + 2), c.due_on is not null
    from (select tenant_id, member_id, question_id, max(day) as day from quiz_answer group by 1, 2, 3) last
    left join comeback c on c.tenant_id = last.tenant_id and c.member_id = last.member_id
      and c.question_id = last.question_id;

    drop table comeback;
    drop table quiz_answer;
    drop table daily_five;
    ${lockToTenant('quiz_run', appRole, 'select, insert, update, delete')}
    ${lockToTenant('run_answer', appRole, 'select, insert, update, delete')}
    ${lockToTenant('review_card', appRole, 'select, insert, update, delete')}
  `,
};
