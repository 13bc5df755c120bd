import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings with agenda and invitations, and what a session leaves behind: attendance, minutes, protocol. */
export class Meetings1760000000700 implements MigrationInterface {
  name = 'Meetings1760000000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting (
        id uuid primary key,
        type text not null check (type in ('COMMITTEE','NETWORK','STEERING','EXPERT_TALK','WORKSHOP','PLANNING_AREA_CONFERENCE','SOCIAL_CONFERENCE','WORLD_CAFE','BILATERAL')),
        title text not null,
        network_id uuid references network,
        committee_id uuid references committee,
        format_id uuid references participation_format,
        starts_at timestamptz,
        ends_at timestamptz,
        place text not null default '',
        place_note text not null default '',
        online_link text not null default '',
        accessibility text not null default '',
        invitation_text text not null default '',
        state text not null check (state in ('DRAFT','SCHEDULED','INVITED','HELD','MINUTES_APPROVED','CANCELLED','POSTPONED')),
        public boolean not null default false,
        capacity integer check (capacity between 1 and 100000),
        calendar_sequence integer not null default 0 check (calendar_sequence >= 0),
        calendar_stamp timestamptz,
        organizer_name text not null default '',
        organizer_mail text not null default '',
        answer_until timestamptz,
        previous_meeting_id uuid references meeting,
        session_started_at timestamptz,
        session_ended_at timestamptz,
        minutes_approved_at timestamptz,
        minutes_approved_by text not null default '',
        protocol_sent_at timestamptz,
        -- Set by the area of feedback when the Ergebnisbrief went out.
        fed_back_at timestamptz,
        cancelled_reason text not null default '',
        version integer not null default 1,
        created_by_person_id uuid references person,
        created_at timestamptz not null,
        constraint meeting_ends_after_start check (ends_at > starts_at),
        constraint meeting_has_date check (state not in ('SCHEDULED','INVITED','HELD','MINUTES_APPROVED') or (starts_at is not null and ends_at is not null))
      );
      create index meeting_list on meeting (starts_at, id);
      create index meeting_network on meeting (network_id, starts_at, id);
      create index meeting_committee on meeting (committee_id);
      create index meeting_format on meeting (format_id);
      create index meeting_previous on meeting (previous_meeting_id);
      create index meeting_creator on meeting (created_by_person_id);
      create index meeting_open on meeting (state, starts_at) where state in ('DRAFT','SCHEDULED','INVITED','POSTPONED','HELD');

      create table agenda_item (
        id uuid primary key,
        meeting_id uuid not null references meeting on delete cascade,
        position integer not null check (position >= 1),
        title text not null,
        minutes integer check (minutes between 1 and 600),
        visibility text not null default 'INTERNAL' check (visibility in ('PUBLIC','INTERNAL','HIDDEN')),
        presenter text not null default '',
        note text not null default '',
        version integer not null default 1,
        constraint agenda_item_position unique (meeting_id, position) deferrable initially deferred
      );

      create table invitation (
        id uuid primary key,
        meeting_id uuid not null references meeting on delete cascade,
        person_id uuid references person,
        organisation_id uuid references organisation,
        on_behalf_of_id uuid references organisation,
        mail text not null check (mail <> ''),
        name text not null,
        invited_at timestamptz,
        uninvited_at timestamptz,
        batch_id uuid,
        -- What this person's calendar was last told: SEQUENCE, and whether that took the entry away again.
        sent_sequence integer,
        withdrawn boolean not null default false,
        -- What it was told before the mails that may still be taken back.
        previous_sequence integer,
        answer text not null default 'NEEDS_ACTION' check (answer in ('NEEDS_ACTION','ACCEPTED','TENTATIVE','DECLINED')),
        answered_at timestamptz,
        answer_channel text check (answer_channel in ('LINK','PHONE','MAIL','IN_PERSON','CALENDAR')),
        answer_sequence integer,
        entered_by text not null default '',
        companions integer not null default 0 check (companions between 0 and 20),
        deputy_name text not null default '',
        needs text not null default '',
        message text not null default '',
        reminded_at timestamptz,
        reminder_batch_id uuid,
        version integer not null default 1,
        constraint invitation_answer_complete check ((answer = 'NEEDS_ACTION') = (answer_channel is null))
      );
      create unique index invitation_mail on invitation (meeting_id, lower(mail));
      create index invitation_person on invitation (person_id, meeting_id);
      create index invitation_organisation on invitation (organisation_id);
      create index invitation_on_behalf_of on invitation (on_behalf_of_id);
      create index invitation_batch on invitation (batch_id);

      create table attendance (
        id uuid primary key,
        meeting_id uuid not null references meeting on delete cascade,
        person_id uuid references person,
        organisation_id uuid references organisation,
        invitation_id uuid references invitation on delete set null,
        guest_name text not null default '',
        present boolean not null,
        version integer not null default 1
      );
      create index attendance_meeting on attendance (meeting_id);
      create unique index attendance_person on attendance (meeting_id, person_id) where person_id is not null;
      create index attendance_of_person on attendance (person_id);
      create index attendance_organisation on attendance (organisation_id);
      create unique index attendance_invitation on attendance (invitation_id) where invitation_id is not null;

      create table minutes_entry (
        id uuid primary key,
        meeting_id uuid not null references meeting on delete cascade,
        agenda_item_id uuid references agenda_item,
        position numeric not null,
        kind text not null check (kind in ('TEXT','TASK','AGREEMENT','VOTE','FEEDBACK')),
        text text not null default '' check (kind <> 'FEEDBACK' or text = ''),
        task_id uuid references task deferrable initially deferred,
        votes_yes integer check (votes_yes >= 0),
        votes_no integer check (votes_no >= 0),
        votes_abstain integer check (votes_abstain >= 0),
        feedback_id uuid,
        version integer not null default 1,
        deleted_at timestamptz,
        created_at timestamptz not null
      );
      create index minutes_entry_meeting on minutes_entry (meeting_id, position, id);
      create index minutes_entry_agenda_item on minutes_entry (agenda_item_id);
      create index minutes_entry_task on minutes_entry (task_id);
      create index minutes_entry_feedback on minutes_entry (feedback_id);

      create table protocol (
        id uuid primary key,
        meeting_id uuid not null references meeting on delete cascade,
        number integer not null check (number >= 1),
        content jsonb not null,
        pdf_file_id uuid references file,
        approved_at timestamptz,
        approved_by text not null default '',
        constraint protocol_number unique (meeting_id, number)
      );
      create index protocol_pdf on protocol (pdf_file_id);

      alter table task add constraint task_meeting foreign key (meeting_id) references meeting;
      alter table task add constraint task_minutes_entry foreign key (minutes_entry_id) references minutes_entry deferrable initially deferred;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
