import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was read and waits for its answer, some thousands of 200,000 Hinweise, in the order in which it came in: for
 * open ends, and for the newest that groups are proposed of.
 */
export class OpenFeedback1760000004102 implements MigrationInterface {
  name = 'OpenFeedback1760000004102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index feedback_unanswered;
      create index feedback_open on feedback (received_at, id) include (state, primary_field_id)
        where state in ('TRIAGED', 'LINKED', 'DECIDED') and counted_with_id is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
