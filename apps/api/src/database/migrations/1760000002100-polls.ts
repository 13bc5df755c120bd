import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Terminumfragen: the poll, its dates, who is asked (a line of the meeting's list) and the answers. */
export class Polls1760000002100 implements MigrationInterface {
  name = 'Polls1760000002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table date_poll (
        id uuid primary key,
        meeting_id uuid not null references meeting on delete cascade,
        state text not null check (state in ('DRAFT','OPEN','CLOSED','CHOSEN','CANCELLED')),
        message text not null default '',
        closes_at timestamptz not null,
        -- When the silent are reminded by themselves, and when that happened: once.
        remind_at timestamptz,
        reminded_at timestamptz,
        sent_at timestamptz,
        chosen_option_id uuid,
        cancelled_reason text not null default '',
        organizer_name text not null default '',
        organizer_mail text not null default '',
        version integer not null default 1,
        created_at timestamptz not null,
        constraint date_poll_chosen_has_date check ((state = 'CHOSEN') = (chosen_option_id is not null)),
        constraint date_poll_sent check (state = 'DRAFT' or sent_at is not null)
      );
      create unique index date_poll_one_at_a_time on date_poll (meeting_id) where state in ('DRAFT','OPEN','CLOSED');
      create index date_poll_meeting on date_poll (meeting_id, created_at desc);
      create index date_poll_reminder on date_poll (remind_at) where state = 'OPEN' and reminded_at is null;

      create table date_poll_option (
        id uuid primary key,
        poll_id uuid not null references date_poll on delete cascade,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        constraint date_poll_option_ends_after_start check (ends_at > starts_at),
        constraint date_poll_option_once unique (poll_id, starts_at, ends_at),
        constraint date_poll_option_of_poll unique (poll_id, id)
      );
      alter table date_poll add constraint date_poll_choice_of_poll
        foreign key (id, chosen_option_id) references date_poll_option (poll_id, id) deferrable initially deferred;
      create index date_poll_chosen on date_poll (id, chosen_option_id);

      create table date_poll_voter (
        id uuid primary key,
        poll_id uuid not null references date_poll on delete cascade,
        invitation_id uuid not null references invitation on delete cascade,
        required boolean not null default false,
        asked_at timestamptz,
        batch_id uuid,
        reminded_at timestamptz,
        reminder_batch_id uuid,
        comment text not null default '',
        answered_at timestamptz,
        answer_channel text check (answer_channel in ('LINK','PHONE','MAIL','IN_PERSON')),
        entered_by text not null default '',
        version integer not null default 1,
        constraint date_poll_voter_once unique (poll_id, invitation_id),
        constraint date_poll_voter_of_poll unique (poll_id, id),
        constraint date_poll_voter_answer_complete check ((answered_at is null) = (answer_channel is null))
      );
      create index date_poll_voter_invitation on date_poll_voter (invitation_id);

      create table date_poll_answer (
        id uuid primary key,
        poll_id uuid not null,
        option_id uuid not null,
        voter_id uuid not null,
        answer text not null check (answer in ('YES','IF_NEED_BE','NO')),
        constraint date_poll_answer_once unique (option_id, voter_id),
        constraint date_poll_answer_option foreign key (poll_id, option_id) references date_poll_option (poll_id, id) on delete cascade,
        constraint date_poll_answer_voter foreign key (poll_id, voter_id) references date_poll_voter (poll_id, id) on delete cascade
      );
      create index date_poll_answer_of_option on date_poll_answer (poll_id, option_id);
      create index date_poll_answer_of_voter on date_poll_answer (poll_id, voter_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
