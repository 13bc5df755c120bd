import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Points of an agenda with subpoints, and how long each was talked about. */
export class SubpointsOfAgendas1760000004630 implements MigrationInterface {
  name = 'SubpointsOfAgendas1760000004630';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table agenda_item
        -- A subpoint belongs to the nearest point before it.
        add column level smallint not null default 1,
        add column used_seconds integer,
        add constraint agenda_item_level check (level in (1, 2)),
        add constraint agenda_item_first_is_a_point check (level = 1 or position > 1),
        add constraint agenda_item_used_seconds check (used_seconds between 0 and 86400);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
