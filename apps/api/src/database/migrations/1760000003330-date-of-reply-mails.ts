import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The date of the mail an answer came in: some calendars write the same DTSTAMP into every answer. */
export class DateOfReplyMails1760000003330 implements MigrationInterface {
  name = 'DateOfReplyMails1760000003330';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table invitation add column answer_sent_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
