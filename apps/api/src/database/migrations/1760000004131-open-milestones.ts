import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the first open milestone of each of hundreds of measures is due stands in an index. */
export class OpenMilestones1760000004131 implements MigrationInterface {
  name = 'OpenMilestones1760000004131';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index measure_milestone_open on measure_milestone (measure_id, due_on) where done_on is null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
