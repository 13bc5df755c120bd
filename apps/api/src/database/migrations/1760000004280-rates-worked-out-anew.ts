import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rates divided by what another table tells are worked out anew when that comes, is corrected or is taken back. */
export class RatesWorkedOutAnew1760000004280 implements MigrationInterface {
  name = 'RatesWorkedOutAnew1760000004280';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What such a rate counts, whether or not there is something to divide it by. Apart from numerator, which stands
      -- beside a value and is shown with it.
      alter table observation add column kept_numerator numeric, add column kept_numerator_flag text,
        add constraint observation_kept_numerator check (kept_numerator is null or kept_numerator_flag is not null);
      alter table data_import_value add column kept_numerator numeric, add column kept_numerator_flag text,
        add column recomputed boolean not null default false;
      alter table data_import add column recomputed integer not null default 0 check (recomputed >= 0);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
