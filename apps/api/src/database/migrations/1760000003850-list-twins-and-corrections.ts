import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody decided survives a second check, and a corrected row still knows what the file said. */
export class ListTwinsAndCorrections1760000003850 implements MigrationInterface {
  name = 'ListTwinsAndCorrections1760000003850';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_entry add column decided boolean not null default false;
      -- Cells as the file has them; null as long as nothing was corrected.
      alter table import_row add column original jsonb;
      create index import_row_corrected on import_row (run_id) where original is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
