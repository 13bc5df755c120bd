import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nachrichten to networks, kinds of organisations, Handlungsfelder and people, and who refused which kind of them. */
export class Messages1760000004551 implements MigrationInterface {
  name = 'Messages1760000004551';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table message (
        id uuid primary key,
        kind text not null check (kind in ('INFORMATION', 'FUNDING', 'EVENT', 'REQUEST')),
        subject text not null check (length(subject) <= 200),
        text text not null check (length(text) <= 20000),
        files_as text not null check (files_as in ('ATTACHED', 'LINKED')),
        -- Addresses of single people that whoever writes leaves out, or tries again.
        left_out text[] not null default '{}',
        anyway text[] not null default '{}',
        author_account_id uuid references account on delete set null,
        written_by text not null,
        sent_at timestamptz,
        sent_by text not null default '',
        -- The files as they went out, and the words of the mail.
        content jsonb,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        version integer not null default 1,
        constraint message_sent_whole check ((sent_at is null) = (content is null))
      );
      create index message_list on message (coalesce(sent_at, 'infinity'::timestamptz) desc, id desc);
      create index message_author on message (author_account_id);
      create trigger attachments_removed before delete on message for each row execute function attachments_removed('message');

      create table message_target (
        id uuid primary key,
        message_id uuid not null references message on delete cascade,
        position integer not null,
        network_id uuid references network on delete cascade,
        organisation_type text,
        field_id uuid references field_of_action on delete cascade,
        organisation_id uuid references organisation on delete cascade,
        person_id uuid references person on delete cascade,
        meeting_id uuid references meeting on delete cascade,
        format_id uuid references participation_format on delete cascade,
        constraint message_target_of_one check (
          num_nonnulls(network_id, organisation_type, field_id, organisation_id, person_id, meeting_id, format_id) = 1)
      );
      create index message_target_message on message_target (message_id, position);
      create index message_target_network on message_target (network_id, message_id) where network_id is not null;
      create index message_target_field on message_target (field_id) where field_id is not null;
      create index message_target_meeting on message_target (meeting_id) where meeting_id is not null;
      create index message_target_format on message_target (format_id) where format_id is not null;
      create index message_target_organisation on message_target (organisation_id) where organisation_id is not null;
      create index message_target_person on message_target (person_id) where person_id is not null;
      create unique index message_target_organisation_once on message_target (message_id, organisation_id) where organisation_id is not null;
      create unique index message_target_person_once on message_target (message_id, person_id) where person_id is not null;

      create table message_recipient (
        id uuid primary key,
        message_id uuid not null references message on delete cascade,
        position integer not null,
        person_id uuid references person on delete set null,
        organisation_id uuid references organisation on delete set null,
        name text not null,
        mail text not null,
        speaks_for text not null,
        greeting text not null,
        outcome text not null check (outcome in ('GETS', 'NO_ADDRESS', 'BAD_ADDRESS', 'VACANT', 'BOUNCED', 'OPTED_OUT', 'LEFT_OUT')),
        detail text not null,
        constraint message_recipient_place unique (message_id, position)
      );
      create unique index message_recipient_once on message_recipient (message_id, mail) where outcome = 'GETS';
      create index message_recipient_person on message_recipient (person_id) where person_id is not null;
      create index message_recipient_organisation on message_recipient (organisation_id) where organisation_id is not null;

      create table mail_opt_out (
        mail text not null,
        kind text not null check (kind in ('INFORMATION', 'FUNDING', 'EVENT', 'REQUEST')),
        since timestamptz not null,
        primary key (mail, kind)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
