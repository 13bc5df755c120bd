import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of 200,000 Hinweise those that are done, and all of them, are counted in an index of a megabyte. */
export class FeedbackCounts1760000004093 implements MigrationInterface {
  name = 'FeedbackCounts1760000004093';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index feedback_state on feedback (state);`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
