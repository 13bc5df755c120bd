import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many Hinweise somebody wants to hear from whom in a year; without a row one is wanted. */
export class Coverage1760000004063 implements MigrationInterface {
  name = 'Coverage1760000004063';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table coverage_wish (
        id uuid primary key,
        organisation_id uuid unique references organisation,
        network_id uuid unique references network on delete cascade,
        municipality_id uuid unique references municipality,
        planning_area_id uuid unique references planning_area,
        target_group_id uuid unique references target_group,
        wanted integer not null check (wanted between 0 and 9999),
        constraint coverage_wish_of_one
          check (num_nonnulls(organisation_id, network_id, municipality_id, planning_area_id, target_group_id) = 1)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
