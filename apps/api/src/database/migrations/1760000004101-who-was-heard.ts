import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From whom the Hinweise of a year came is counted in an index, without reading the Hinweise. */
export class WhoWasHeard1760000004101 implements MigrationInterface {
  name = 'WhoWasHeard1760000004101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index feedback_heard on feedback (received_at)
        include (id, organisation_id, network_id, municipality_id, planning_area_id, primary_field_id)
        where state not in ('SESSION', 'REJECTED');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
