import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An Ergebnisbrief may be read by everybody, which is enough where nobody who was there has an address. */
export class PublishedLetters1760000004089 implements MigrationInterface {
  name = 'PublishedLetters1760000004089';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table return_message
        add column published_at timestamptz,
        add column published_by text not null default '',
        add constraint return_message_published check ((published_at is null) = (published_by = '')),
        add constraint return_message_published_out check (published_at is null or sent_at is not null);
      create index return_message_published_list on return_message (published_at desc, id desc) where published_at is not null;

      -- Addresses of people who took part and whom no mailed letter has reached.
      alter table participation_format
        add column unreached integer not null default 0 check (unreached >= 0),
        add constraint participation_format_reached check (state <> 'FED_BACK' or unreached = 0);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
