import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hinweise with their checked text, the words as typed apart, the letters that report what became of them. */
export class Feedback1760000000800 implements MigrationInterface {
  name = 'Feedback1760000000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Its row lock makes the numbers of a year gapless: a rolled-back entry gives its number back.
      create table feedback_counter (
        year integer primary key check (year between 2000 and 9999),
        last integer not null check (last >= 0)
      );

      create table feedback (
        id uuid primary key,
        number text unique,
        source text not null check (source in ('PROVIDER','WORKSHOP','SURVEY','CITIZEN','COMMITTEE','NETWORK')),
        channel text not null check (channel in ('MINUTES','QUICK_ENTRY','MAIL','PHONE','FORM')),
        received_at timestamptz not null,
        person_id uuid references person,
        organisation_id uuid references organisation,
        speaker_role text not null default '',
        meeting_id uuid references meeting,
        format_id uuid references participation_format,
        network_id uuid references network,
        municipality_id uuid references municipality,
        planning_area_id uuid references planning_area,
        primary_field_id uuid references field_of_action,
        primary_origin text check (primary_origin in ('HUMAN','SUGGESTION')),
        primary_since timestamptz,
        sentiment text check (sentiment in ('NEGATIVE','NEUTRAL','POSITIVE','MIXED')),
        state text not null check (state in ('SESSION','SUBMITTED','TRIAGED','LINKED','DECIDED','ANSWERED','ARCHIVED','REJECTED')),
        triaged_text text,
        flagged boolean not null default false,
        decision text check (decision in ('INCORPORATED','PARTLY','NOTED','NOT_INCORPORATED','OUT_OF_SCOPE')),
        reason text not null default '',
        forwarded_to text not null default '',
        answer text not null default '',
        decided_at timestamptz,
        decided_by text not null default '',
        answered_at timestamptz,
        rejected_reason text not null default '',
        entered_by_account_id uuid references account on delete set null,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint feedback_numbered check ((state = 'SESSION') = (number is null)),
        constraint feedback_in_session check (state <> 'SESSION' or meeting_id is not null),
        constraint feedback_checked check ((state in ('SESSION','SUBMITTED','REJECTED')) = (triaged_text is null)),
        constraint feedback_linked check ((state in ('LINKED','DECIDED','ANSWERED','ARCHIVED')) = (primary_field_id is not null)),
        constraint feedback_primary_complete check ((primary_field_id is null) = (primary_origin is null) and (primary_field_id is null) = (primary_since is null)),
        constraint feedback_decided check (state not in ('DECIDED','ANSWERED','ARCHIVED') or (decision is not null and decided_at is not null)),
        constraint feedback_reason check (decision is null or decision <> 'NOT_INCORPORATED' or trim(reason) <> ''),
        constraint feedback_forwarded check (decision is null or decision <> 'OUT_OF_SCOPE' or trim(forwarded_to) <> ''),
        constraint feedback_answered check (state not in ('ANSWERED','ARCHIVED') or (trim(answer) <> '' and answered_at is not null)),
        constraint feedback_rejected check (state <> 'REJECTED' or trim(rejected_reason) <> '')
      );
      create index feedback_inbox on feedback (state, received_at, id);
      create index feedback_list on feedback (received_at, id);
      create index feedback_person on feedback (person_id);
      create index feedback_organisation on feedback (organisation_id, received_at);
      create index feedback_meeting on feedback (meeting_id);
      create index feedback_format on feedback (format_id);
      create index feedback_network on feedback (network_id, received_at);
      create index feedback_municipality on feedback (municipality_id);
      create index feedback_planning_area on feedback (planning_area_id);
      create index feedback_primary_field on feedback (primary_field_id, primary_since);
      create index feedback_entered_by on feedback (entered_by_account_id);

      -- The words as they were typed: read by one service only, deleted after a while.
      create table feedback_original (
        feedback_id uuid primary key references feedback on delete cascade,
        text text not null,
        flags jsonb not null,
        delete_after date not null
      );
      create index feedback_original_retention on feedback_original (delete_after);

      create table feedback_field (
        feedback_id uuid not null references feedback on delete cascade,
        field_id uuid not null references field_of_action,
        origin text not null check (origin in ('HUMAN','SUGGESTION')),
        since timestamptz not null,
        primary key (feedback_id, field_id)
      );
      create index feedback_field_field on feedback_field (field_id);

      -- What was done, in order, with what stood there before: the last step can be taken back.
      create table feedback_step (
        feedback_id uuid not null references feedback on delete cascade,
        position integer not null check (position >= 1),
        move text not null,
        from_state text not null,
        before jsonb not null,
        mail_batch_id uuid,
        account_id uuid references account on delete set null,
        at timestamptz not null,
        primary key (feedback_id, position)
      );
      create index feedback_step_account on feedback_step (account_id);

      create table return_message (
        id uuid primary key,
        meeting_id uuid references meeting,
        format_id uuid references participation_format,
        number integer not null check (number >= 1),
        in_review_until date,
        content jsonb not null,
        sent_at timestamptz,
        sent_by text not null default '',
        recipients integer not null default 0 check (recipients >= 0),
        version integer not null default 1,
        created_at timestamptz not null,
        constraint return_message_about_one check ((meeting_id is null) <> (format_id is null)),
        constraint return_message_of_meeting unique (meeting_id, number),
        constraint return_message_of_format unique (format_id, number)
      );
      create unique index return_message_one_draft_of_meeting on return_message (meeting_id) where sent_at is null;
      create unique index return_message_one_draft_of_format on return_message (format_id) where sent_at is null;
      create index return_message_list on return_message (sent_at, id);

      -- What a sent letter said: an item it answered, or one it named as still open.
      create table return_message_item (
        return_message_id uuid not null references return_message on delete cascade,
        feedback_id uuid not null references feedback on delete cascade,
        answered boolean not null,
        primary key (return_message_id, feedback_id)
      );
      create unique index return_message_item_answered_once on return_message_item (feedback_id) where answered;
      create index return_message_item_feedback on return_message_item (feedback_id);

      -- Deferred: a device that was offline may bring the line of the minutes before its Hinweis.
      alter table minutes_entry add constraint minutes_entry_feedback_id_fkey foreign key (feedback_id) references feedback
        on delete set null deferrable initially deferred;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
