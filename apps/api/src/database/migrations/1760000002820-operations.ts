import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the administration has to know: when it was last backed up, which job failed. */
export class Operations1760000002820 implements MigrationInterface {
  name = 'Operations1760000002820';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table backup_run (
        id uuid primary key,
        made_at timestamptz not null,
        bytes bigint not null check (bytes >= 0)
      );
      create index backup_run_made on backup_run (made_at);

      create table job_run (
        name text primary key,
        succeeded_at timestamptz,
        failed_at timestamptz,
        error text not null default ''
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
