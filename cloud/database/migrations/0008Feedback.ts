import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/** Complaints and suggestions with their answers (domain.md W17), and reports of faults in content (报错). */
export const feedback: Migration = {
  name: '0008-feedback',
  sql: ({ appRole }) => `
    create table feedback (
      tenant_id uuid not null references gate.tenant (id),
      -- of an anonymous one: the ticket that only the sender's phone knows
      id uuid not null,
      -- null: anonymous; then nothing here or elsewhere leads to the sender
      member_id uuid,
      text text not null,
      sent_on date not null,
      answer text,
      answered_by uuid,
      answered_on date,
      version integer not null default 1,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references member (tenant_id, id),
      foreign key (tenant_id, answered_by) references member (tenant_id, id),
      check ((answer is null) = (answered_by is null) and (answer is null) = (answered_on is null))
    );
    create index feedback_by_day on feedback (tenant_id, sent_on);
    create index feedback_by_member on feedback (tenant_id, member_id, sent_on);
    ${lockToTenant('feedback', appRole, 'select, insert, update')}

    create table fault (
      tenant_id uuid not null,
      id uuid not null,
      subject text not null check (subject in ('piece', 'question', 'scoreEntry')),
      subject_id uuid not null,
      -- as it was when reported, so that lists need no other capability and a withdrawn piece keeps its name
      subject_title text not null,
      -- whose keepers answer it
      organisation_id uuid not null,
      reporter_id uuid not null,
      text text not null,
      reported_at timestamptz not null,
      answer text,
      answered_by uuid,
      answered_at timestamptz,
      version integer not null default 1,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
      foreign key (tenant_id, reporter_id) references member (tenant_id, id),
      foreign key (tenant_id, answered_by) references member (tenant_id, id)
    );
    create index fault_by_organisation on fault (tenant_id, organisation_id, reported_at);
    create index fault_by_reporter on fault (tenant_id, reporter_id, reported_at);
    ${lockToTenant('fault', appRole, 'select, insert, update')}
  `,
};
