import type { MigrationInterface, QueryRunner } from 'typeorm';

/** School holidays and sitting weeks: times that no rule tells, kept by planners for the choice of dates. */
export class CalendarPeriods1760000004570 implements MigrationInterface {
  name = 'CalendarPeriods1760000004570';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_period (
        id uuid primary key,
        kind text not null check (kind in ('SCHOOL_HOLIDAY', 'SITTING_WEEK')),
        name text not null check (name <> '' and length(name) <= 120),
        from_day date not null,
        to_day date not null,
        version integer not null default 1,
        constraint calendar_period_in_order check (from_day <= to_day),
        constraint calendar_period_within_a_year check (to_day - from_day <= 366),
        constraint calendar_period_school_holidays_once
          exclude using gist (daterange(from_day, to_day, '[]') with &&) where (kind = 'SCHOOL_HOLIDAY')
      );
      create unique index calendar_period_sitting_week_once on calendar_period (from_day, to_day, name) where kind = 'SITTING_WEEK';
      create index calendar_period_days on calendar_period (from_day, to_day);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
