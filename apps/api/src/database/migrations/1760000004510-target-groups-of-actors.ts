import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For which target group an actor of an Akteursanalyse stands, beside those its offers are for. */
export class TargetGroupsOfActors1760000004510 implements MigrationInterface {
  name = 'TargetGroupsOfActors1760000004510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table actor_entry add column target_group_id uuid references target_group;
      create index actor_entry_target_group on actor_entry (target_group_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
