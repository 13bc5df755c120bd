import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds of the Zyklus sozialpolitischer Diskurs, and the Befunde and formats put into each. */
export class DiscourseRounds1760000004420 implements MigrationInterface {
  name = 'DiscourseRounds1760000004420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table discourse_round (
        id uuid primary key,
        number integer not null unique check (number >= 1),
        cycle_id uuid not null references cycle,
        previous_id uuid unique references discourse_round,
        title text not null check (trim(title) <> ''),
        starts_on date not null,
        ends_on date not null,
        question text not null check (trim(question) <> ''),
        reflection text not null default '',
        state text not null check (state in ('PLANNED', 'RUNNING', 'CLOSED')),
        state_reason text not null default '',
        closed_on date,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint discourse_round_days check (starts_on <= ends_on),
        constraint discourse_round_chain check ((number = 1) = (previous_id is null)),
        constraint discourse_round_reflected check (state <> 'CLOSED' or trim(reflection) <> ''),
        constraint discourse_round_closed check ((state = 'CLOSED') = (closed_on is not null))
      );
      create index discourse_round_cycle on discourse_round (cycle_id);
      -- Each round begins with the reflection of the one before: one runs at a time, one is planned ahead.
      create unique index discourse_round_one_runs on discourse_round (state) where state = 'RUNNING';
      create unique index discourse_round_one_planned on discourse_round (state) where state = 'PLANNED';

      create table discourse_finding (
        round_id uuid not null references discourse_round on delete cascade,
        finding_id uuid not null references finding on delete cascade,
        since timestamptz not null,
        primary key (round_id, finding_id)
      );
      create index discourse_finding_finding on discourse_finding (finding_id);
      create table discourse_format (
        round_id uuid not null references discourse_round on delete cascade,
        format_id uuid not null references participation_format on delete cascade,
        since timestamptz not null,
        primary key (round_id, format_id)
      );
      create index discourse_format_format on discourse_format (format_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
