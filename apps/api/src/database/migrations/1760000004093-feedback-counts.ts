import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of 200,000 Hinweise those that are done, and all of them, are counted in an index of a megabyte; so are those of a field.
 * And whether evidence still says what it said is seen without reading the Hinweise.
 */
export class FeedbackCounts1760000004093 implements MigrationInterface {
  name = 'FeedbackCounts1760000004093';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index feedback_state on feedback (state);
      create index feedback_primary_field_state on feedback (primary_field_id, state);
      create index feedback_fingerprint on feedback (id) include (fingerprint);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
