import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mailbox page shows what was sent together: the last mail of a batch is found by its place in it. */
export class MailsByDispatch1760000004050 implements MigrationInterface {
  name = 'MailsByDispatch1760000004050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index outbox_message_dispatch on outbox_message (batch_id, position);
      drop index outbox_message_batch;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
