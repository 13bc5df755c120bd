import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Values are written with their event by the one trigger, and no event is ever deleted: looking up each event again
 * for each of its values was a quarter of the price of every change.
 */
export class AuditOfLists1760000003130 implements MigrationInterface {
  name = 'AuditOfLists1760000003130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_value drop constraint audit_value_event_id_fkey');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
