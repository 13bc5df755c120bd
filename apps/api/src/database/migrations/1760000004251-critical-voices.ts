import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Critical Hinweise of a Handlungsfeld within a time are counted by index alone. */
export class CriticalVoices1760000004251 implements MigrationInterface {
  name = 'CriticalVoices1760000004251';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index feedback_critical on feedback (primary_field_id, received_at) include (state) where sentiment = 'NEGATIVE';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
