import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work of the worker: PDFs that wait to be drawn, and how often anybody began with a list. */
export class HeavyWork1760000003200 implements MigrationInterface {
  name = 'HeavyWork1760000003200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The row goes when the file has its bytes. Whoever dies loses it when the lease ends (free_at).
      create table pdf_work (
        file_id uuid primary key references file on delete cascade,
        document jsonb not null,
        lease uuid,
        free_at timestamptz,
        attempts integer not null default 0,
        created_at timestamptz not null
      );
      create index pdf_work_waiting on pdf_work (created_at, file_id);

      alter table import_work add column attempts integer not null default 0;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
