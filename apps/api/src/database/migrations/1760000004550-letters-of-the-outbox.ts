import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One letter to many: its words and files stand once, each mail keeps what is its recipient's own. */
export class LettersOfTheOutbox1760000004550 implements MigrationInterface {
  name = 'LettersOfTheOutbox1760000004550';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox_letter (
        id uuid primary key,
        -- Stands in text, page and links wherever a recipient's own words go; random, so that nobody wrote it.
        mark text not null,
        from_name text not null,
        from_address text not null,
        reply_name text not null,
        reply_address text not null,
        subject text not null,
        text text not null,
        html text not null,
        list_id text not null default '',
        -- Where one click ends mails of this kind (RFC 8058); empty where nobody may.
        unsubscribe text not null default '',
        created_at timestamptz not null
      );
      create table outbox_letter_file (
        letter_id uuid not null references outbox_letter on delete cascade,
        position integer not null,
        -- A draft that is thrown away takes its files along, whatever became of the test of it.
        file_id uuid not null references file on delete cascade,
        name text not null,
        media_type text not null,
        size integer not null,
        primary key (letter_id, position)
      );
      create index outbox_letter_file_file on outbox_letter_file (file_id);

      alter table outbox_message
        add letter_id uuid references outbox_letter,
        -- The recipient's own words in the letter; gone with the reference once the mail left.
        add words jsonb,
        -- A mail server took the mail and reported later that it did not arrive.
        add bounced_at timestamptz,
        -- Somebody wrote back to this mail.
        add answered_at timestamptz,
        drop constraint outbox_message_check2,
        add constraint outbox_message_has_content check (state not in ('QUEUED', 'SENDING') or raw is not null or letter_id is not null),
        add constraint outbox_message_own_words check ((letter_id is null) = (words is null));
      create index outbox_message_letter on outbox_message (letter_id) where letter_id is not null;
      -- What became of the last mail to an address.
      create index outbox_message_address on outbox_message (lower(to_address), position desc) where state in ('SENT', 'REFUSED');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
