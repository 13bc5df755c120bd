import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who coordinates in somebody's place while they are away. */
export class Absences1760000004614 implements MigrationInterface {
  name = 'Absences1760000004614';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table coordination_absence (
        id uuid primary key,
        person_id uuid not null references person on delete cascade,
        deputy_person_id uuid not null references person on delete cascade,
        from_day date not null,
        to_day date not null,
        entered_by text not null,
        created_at timestamptz not null,
        -- That both differ and that times do not overlap is asked when it is entered: two entries may turn out to be one human later.
        constraint coordination_absence_days check (to_day >= from_day)
      );
      create index coordination_absence_person on coordination_absence (person_id, from_day);
      create index coordination_absence_deputy on coordination_absence (deputy_person_id, from_day);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
