import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums are tested over one county and its municipalities: once it is another one, or has others, all is counted anew. */
export class CountyOfTests1760000004520 implements MigrationInterface {
  name = 'CountyOfTests1760000004520';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Key of the county and number of its municipalities the facts were counted for; what is older is counted anew.
      alter table indicator_test add column counted_for text not null default '';
      alter table indicator_test alter column counted_for drop default;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
