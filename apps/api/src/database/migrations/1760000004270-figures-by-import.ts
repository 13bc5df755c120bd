import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which indicators an import has filled is told without going through its million values. */
export class FiguresByImport1760000004270 implements MigrationInterface {
  name = 'FiguresByImport1760000004270';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index observation_import;
      create index observation_import on observation (import_id, indicator_id) where import_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
