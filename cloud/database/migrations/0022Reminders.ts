import type { Migration } from './migration';
import { lockToTenant } from './tenantPolicy';

/** Subscription messages: what a member has agreed to, what may be sent when, and what is planned. */
export const reminders: Migration = {
  name: '0022-reminders',
  sql: ({ appRole }) => `
    -- One consent is one message (domain.md 11.3); a balance, no record of when anybody came
    create table reminder_consent (
      tenant_id uuid not null,
      member_id uuid not null,
      kind text not null,
      unused integer not null default 0 check (unused between 0 and 20),
      -- the last refusal: asked again a month later at the earliest
      refused_on date,
      primary key (tenant_id, member_id, kind),
      foreign key (tenant_id, member_id) references member (tenant_id, id)
    );
    ${lockToTenant('reminder_consent', appRole, 'select, insert, update')}

    create table reminder_choice (
      tenant_id uuid not null,
      member_id uuid not null,
      -- kinds that are not sent to WeChat
      off text[] not null,
      -- HH:MM in Asia/Shanghai
      quiet_from text not null,
      quiet_until text not null,
      primary key (tenant_id, member_id),
      foreign key (tenant_id, member_id) references member (tenant_id, id)
    );
    ${lockToTenant('reminder_choice', appRole, 'select, insert, update')}

    create table reminder (
      tenant_id uuid not null,
      id uuid not null,
      kind text not null,
      -- what it is about: with kind and member the key under which it is sent once and never again
      subject text not null,
      member_id uuid not null,
      title text not null,
      text text not null,
      target jsonb not null,
      due_at timestamptz not null,
      -- later than this WeChat is not bothered
      until_at timestamptz,
      -- planned; told: in the inbox only; sending: handed to WeChat, answer unknown; sent; dropped: was done already
      state text not null default 'planned' check (state in ('planned', 'told', 'sending', 'sent', 'dropped')),
      -- the notice is in the inbox
      noticed boolean not null default false,
      sent_on date,
      primary key (tenant_id, id),
      unique (tenant_id, kind, subject, member_id),
      foreign key (tenant_id, member_id) references member (tenant_id, id)
    );
    create index reminder_sent on reminder (tenant_id, member_id, sent_on) where sent_on is not null;
    create index reminder_by_age on reminder (tenant_id, due_at);
    ${lockToTenant('reminder', appRole, 'select, insert, update, delete')}
  `,
};
