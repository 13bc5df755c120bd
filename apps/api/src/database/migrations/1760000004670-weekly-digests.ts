import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One mail a week with what is new: when, to whom it went, and what somebody has muted of it. */
export class WeeklyDigests1760000004670 implements MigrationInterface {
  name = 'WeeklyDigests1760000004670';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A county that works already is asked first: nobody expects a mail because of an update.
      alter table county_settings
        add column weekly_digest boolean not null default false,
        add column digest_weekday integer not null default 1,
        add column digest_hour integer not null default 7,
        add constraint county_settings_digest_weekday check (digest_weekday between 1 and 7),
        add constraint county_settings_digest_hour check (digest_hour between 0 and 23);

      create table digest_issue (
        id uuid primary key,
        mail text not null check (mail = lower(mail)),
        week date not null,
        until timestamptz not null,
        -- The groups of the mail; none where nothing was new and none was sent.
        topics jsonb not null,
        -- What it told, so that nothing is told twice.
        told text[] not null,
        constraint digest_issue_once unique (mail, week)
      );
      create index digest_issue_week on digest_issue (week);

      create table digest_mute (
        mail text not null check (mail = lower(mail)),
        topic text not null check (topic ~ '^(ALL|OWN|(NETWORK|COMMITTEE|FORMAT|ORGANISATION|FIELD):[0-9a-f-]{36})$'),
        since timestamptz not null,
        primary key (mail, topic)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
