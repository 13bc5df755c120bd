import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the inbox counts stands in its indexes: 16,000 waiting Hinweise are counted without reading one of them. And
 * the trace finds the newest Hinweise of a field of action or a meeting without sorting all of them.
 */
export class InboxCounts1760000003100 implements MigrationInterface {
  name = 'InboxCounts1760000003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index feedback_inbox;
      create index feedback_inbox on feedback (state, received_at, id) include (flagged, primary_field_id);
      drop index feedback_field_field;
      create index feedback_field_field on feedback_field (field_id, since) include (feedback_id);
      drop index feedback_meeting;
      create index feedback_meeting on feedback (meeting_id, received_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
