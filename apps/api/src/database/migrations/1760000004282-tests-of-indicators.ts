import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the tests of an indicator count over its values, so that the monitor tells it of ninety without reading a million. */
export class TestsOfIndicators1760000004282 implements MigrationInterface {
  name = 'TestsOfIndicators1760000004282';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indicator_test (
        indicator_id uuid primary key references indicator,
        version_id uuid not null,
        facts jsonb not null,
        -- Values came or went since.
        due boolean not null default false,
        foreign key (version_id, indicator_id) references indicator_version (id, indicator_id)
      );
      create index indicator_test_version on indicator_test (version_id, indicator_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
