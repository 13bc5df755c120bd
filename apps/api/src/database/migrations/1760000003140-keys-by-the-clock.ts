import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long the key of a request is kept follows the clock of the house, which names its beginning itself. */
export class KeysByTheClock1760000003140 implements MigrationInterface {
  name = 'KeysByTheClock1760000003140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table idempotency_key alter column created_at drop default');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
