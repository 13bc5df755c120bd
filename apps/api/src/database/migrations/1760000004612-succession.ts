import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who handed over to whom, and each step of it, so that it can be taken back for 30 days. */
export class Succession1760000004612 implements MigrationInterface {
  name = 'Succession1760000004612';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table succession (
        id uuid primary key,
        person_id uuid not null references person on delete cascade,
        successor_id uuid not null references person on delete cascade,
        from_day date not null,
        handed_by text not null,
        handed_at timestamptz not null,
        -- That both differ is asked when it is made: two entries may turn out to be one human later.
        undone_at timestamptz
      );
      create index succession_person on succession (person_id, handed_at desc);
      create index succession_successor on succession (successor_id, handed_at desc);

      create table succession_step (
        id uuid primary key,
        succession_id uuid not null references succession on delete cascade,
        position integer not null,
        kind text not null,
        way text not null constraint succession_step_way check (way in ('change', 'end', 'role', 'invitation')),
        title text not null,
        path text,
        row_id uuid not null,
        -- The row that began for the successor, where the old one ended.
        added_id uuid,
        -- The day on which the old one was to end, or the role that was held before.
        before text,
        constraint succession_step_position unique (succession_id, position)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
