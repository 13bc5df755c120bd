import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An Ergebnisbrief is laid before the others when it is ready to be read, so that they find it among what is due. */
export class PresentedLetters1760000004120 implements MigrationInterface {
  name = 'PresentedLetters1760000004120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table return_message add column presented_at timestamptz;
      create index return_message_presented on return_message (presented_at)
        where presented_at is not null and sent_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
