import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was asked how a Maßnahme goes, and which provisional steps were taken over into the next cycle. */
export class MeasureProgressRequests1760000004072 implements MigrationInterface {
  name = 'MeasureProgressRequests1760000004072';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table measure
        add column carried_over_on date,
        add column carried_over_by text not null default '',
        add constraint measure_carried_over check ((carried_over_on is null) = (carried_over_by = ''));

      -- Its day in Berlin: the status counts days.
      alter table measure_progress add column reported_on date not null;

      -- The last time somebody was asked; whoever has reported since is not silent.
      create table measure_progress_request (
        measure_id uuid primary key references measure on delete cascade,
        asked_by text not null,
        asked_at timestamptz not null,
        due_on date not null,
        message text not null default '',
        reminded_at timestamptz
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
