import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ring of a Diskursrunde counts what was said at its meetings without reading every Hinweis there is. */
export class HinweiseOfMeetings1760000004530 implements MigrationInterface {
  name = 'HinweiseOfMeetings1760000004530';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index feedback_meeting;
      create index feedback_meeting on feedback (meeting_id, received_at) include (id, state);
      -- Nothing is faster with these two, and every change of a Hinweis pays for them.
      drop index feedback_opinion;
      drop index feedback_leading_on;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
