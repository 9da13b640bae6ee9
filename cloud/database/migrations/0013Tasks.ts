import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/** Study tasks, the due list fixed at publication, and who is done (product.md E1b, issue 3 "Study tasks"). */
export const tasks: Migration = {
  name: '0013-tasks',
  sql: ({ appRole }) => `
    create table study_task (
      tenant_id uuid not null,
      id uuid not null,
      -- for whom: this organisation with all below it, or some persons of it
      organisation_id uuid not null,
      whom text not null check (whom in ('organisation', 'persons')),
      -- what is to be studied; a paper joins later, so there is no foreign key
      target_kind text not null check (target_kind in ('piece', 'series')),
      target_id uuid not null,
      -- as it was called and how long it was when the task was published
      title text not null,
      reading_minutes integer not null check (reading_minutes > 0),
      -- until the end of this day
      due_on date not null,
      self_check boolean not null,
      published_by uuid not null,
      published_at timestamptz not null,
      state text not null default 'open' check (state in ('open', 'withdrawn')),
      withdraw_reason text,
      version integer not null default 1,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
      foreign key (tenant_id, published_by) references member (tenant_id, id),
      check ((state = 'withdrawn') = (withdraw_reason is not null))
    );
    create index study_task_by_organisation on study_task (tenant_id, organisation_id, id);
    -- for who joined later: what still runs
    create index study_task_open on study_task (tenant_id, organisation_id, due_on) where state = 'open';
    ${lockToTenant('study_task', appRole, 'select, insert, update')}

    -- who was due or invited when the task was published, and in whose branch
    create table task_due (
      tenant_id uuid not null,
      task_id uuid not null,
      member_id uuid not null,
      branch_id uuid not null,
      due boolean not null,
      reason text check (reason in ('guest', 'suspended', 'frail', 'longLeave', 'floating', 'joinedLater')),
      primary key (tenant_id, task_id, member_id),
      foreign key (tenant_id, task_id) references study_task (tenant_id, id),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      foreign key (tenant_id, branch_id) references organisation (tenant_id, id),
      check (due = (reason is null))
    );
    create index task_due_by_member on task_due (tenant_id, member_id, task_id);
    create index task_due_by_branch on task_due (tenant_id, task_id, branch_id);
    ${lockToTenant('task_due', appRole, 'select, insert')}

    -- who is done: by the own tap, made up face to face (补学), or excused with a reason; nothing says when
    create table task_done (
      tenant_id uuid not null,
      task_id uuid not null,
      member_id uuid not null,
      how text not null check (how in ('own', 'madeUp', 'excused')),
      recorded_by uuid,
      reason text,
      primary key (tenant_id, task_id, member_id),
      foreign key (tenant_id, task_id, member_id) references task_due (tenant_id, task_id, member_id),
      foreign key (tenant_id, recorded_by) references member (tenant_id, id),
      check ((how = 'own') = (recorded_by is null)),
      check (how <> 'excused' or reason is not null)
    );
    ${lockToTenant('task_done', appRole, 'select, insert, update, delete')}

    -- a branch is reminded of a task at most once a day (G4: reminders have a budget)
    create table task_reminder (
      tenant_id uuid not null,
      task_id uuid not null,
      branch_id uuid not null,
      day date not null,
      primary key (tenant_id, task_id, branch_id, day),
      foreign key (tenant_id, task_id) references study_task (tenant_id, id),
      foreign key (tenant_id, branch_id) references organisation (tenant_id, id)
    );
    ${lockToTenant('task_reminder', appRole, 'select, insert')}
  `,
};
