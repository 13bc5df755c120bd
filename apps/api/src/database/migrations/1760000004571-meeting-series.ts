import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings made in one step by a rule; each is a meeting of its own, and a calendar may show them as one entry. */
export class MeetingSeries1760000004571 implements MigrationInterface {
  name = 'MeetingSeries1760000004571';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting_series (
        id uuid primary key,
        rhythm text not null check (rhythm in ('WEEKS', 'MONTHS_WEEKDAY', 'MONTHS_DAY')),
        every integer not null check (every between 1 and 12),
        first_day date not null,
        until_day date not null,
        -- Wall times of Berlin: the same on each day, whatever the clocks do.
        start_time text not null check (start_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
        end_time text not null check (end_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
        created_at timestamptz not null,
        version integer not null default 1,
        constraint meeting_series_in_order check (first_day <= until_day)
      );
      alter table meeting add column series_id uuid references meeting_series;
      alter table meeting add column series_day date;
      alter table meeting add constraint meeting_of_series check ((series_id is null) = (series_day is null));
      create unique index meeting_series_day on meeting (series_id, series_day) where series_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
