import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The Hinweise of a field of action are counted by source and state from the index alone. */
export class VoicesOfAField1760000004081 implements MigrationInterface {
  name = 'VoicesOfAField1760000004081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index feedback_primary_field;
      create index feedback_primary_field on feedback (primary_field_id, primary_since) include (state, source, counted_with_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
