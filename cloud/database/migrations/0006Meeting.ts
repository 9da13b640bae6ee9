import type { Migration } from './migration';
import { appendOnly, lockToTenant } from './tenantPolicy';

/** Meetings, the roll and its trace; a signed record does not change any more (product.md C1 to C5). */
export const meeting: Migration = {
  name: '0006-meeting',
  sql: ({ appRole }) => `
    create table meeting (
      tenant_id uuid not null,
      id uuid not null,
      organisation_id uuid not null,
      type text not null check (type in ('generalMeeting', 'committeeMeeting', 'groupMeeting', 'partyLecture', 'themeDay', 'organisationalLifeMeeting', 'other')),
      title text not null,
      place text not null,
      planned_at timestamptz not null,
      agenda jsonb not null,
      state text not null default 'planned' check (state in ('planned', 'open', 'closed', 'signed', 'cancelled')),
      called_by uuid not null,
      opened_at timestamptz,
      closed_at timestamptz,
      cancel_reason text,
      minutes text,
      held_on date,
      late_reason text,
      signed_at timestamptz,
      signed_by uuid,
      demo boolean not null default false,
      version integer not null default 1,
      primary key (tenant_id, id),
      foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
      foreign key (tenant_id, called_by) references member (tenant_id, id),
      foreign key (tenant_id, signed_by) references member (tenant_id, id),
      check (state <> 'signed' or (signed_at is not null and signed_by is not null and minutes is not null and held_on is not null))
    );
    create index meeting_by_time on meeting (tenant_id, organisation_id, planned_at);
    -- one open sign-in per organisation: digits typed by a member can mean one meeting only
    create unique index meeting_open_once on meeting (tenant_id, organisation_id) where state = 'open';
    ${lockToTenant('meeting', appRole, 'select, insert, update')}

    create function refuse_signed_meeting() returns trigger language plpgsql as $body$
    begin
      if old.state = 'signed' or (old.state = 'cancelled') then
        raise exception 'append_only: a signed or cancelled meeting does not change';
      end if;
      if tg_op = 'DELETE' then
        raise exception 'append_only: a meeting is not deleted';
      end if;
      return new;
    end
    $body$;
    create trigger meeting_signed before update or delete on meeting
      for each row execute function refuse_signed_meeting();

    -- the roll, fixed when sign-in opens: the due list with the reasons of those not on it
    create table roll_entry (
      tenant_id uuid not null,
      meeting_id uuid not null,
      member_id uuid not null,
      -- as it was on the day
      member_name text not null,
      due boolean not null,
      reason text check (reason in ('frail', 'longLeave', 'floating', 'suspended', 'invited')),
      voting boolean not null,
      state text not null default 'expected' check (state in ('expected', 'present', 'late', 'leave', 'absent', 'exempt', 'elsewhere')),
      method text check (method in ('code', 'byHand')),
      recorded_by uuid,
      recorded_at timestamptz,
      primary key (tenant_id, meeting_id, member_id),
      foreign key (tenant_id, meeting_id) references meeting (tenant_id, id),
      foreign key (tenant_id, member_id) references member (tenant_id, id)
    );
    create index roll_entry_by_member on roll_entry (tenant_id, member_id, meeting_id);
    ${lockToTenant('roll_entry', appRole, 'select, insert, update')}

    create function refuse_signed_roll() returns trigger language plpgsql as $body$
    declare meeting_state text;
    begin
      if tg_op = 'DELETE' then
        raise exception 'append_only: a roll entry is not deleted';
      end if;
      -- share, not key share: a sign-off waits for a line being changed, and a change for the sign-off
      select state into meeting_state from meeting
        where tenant_id = new.tenant_id and id = new.meeting_id for share;
      if meeting_state not in ('open', 'closed') then
        raise exception 'append_only: the roll of a % meeting does not change', meeting_state;
      end if;
      return new;
    end
    $body$;
    create trigger roll_entry_signed before insert or update or delete on roll_entry
      for each row execute function refuse_signed_roll();

    -- every correction leaves a trace (C3)
    create table roll_change (
      tenant_id uuid not null,
      id uuid not null,
      meeting_id uuid not null,
      member_id uuid not null,
      from_state text not null,
      to_state text not null,
      method text not null,
      reason text,
      changed_by uuid not null,
      changed_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, meeting_id, member_id) references roll_entry (tenant_id, meeting_id, member_id)
    );
    create index roll_change_by_meeting on roll_change (tenant_id, meeting_id, changed_at);
    ${lockToTenant('roll_change', appRole, 'select, insert')}
    ${appendOnly('roll_change')}
  `,
};
