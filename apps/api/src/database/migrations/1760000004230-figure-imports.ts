import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of figures on their way into the catalogue: what was read of them, and what somebody answered. */
export class FigureImports1760000004230 implements MigrationInterface {
  name = 'FigureImports1760000004230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a process beside does with an import; of no interest to the log, and gone with it.
      create table data_import_work (
        import_id uuid primary key references data_import on delete cascade,
        task text check (task in ('READ','WRITE','UNDO')),
        lease uuid,
        lease_until timestamptz,
        attempts integer not null default 0,
        done integer not null default 0,
        total integer not null default 0,
        preview jsonb,
        answers jsonb not null default '{}'
      );
      create index data_import_work_due on data_import_work (lease_until) where task is not null;

      -- Values as they would be taken over, until that is decided. What they point at is checked when they become
      -- observations; until then a million of them would look the same few rows up a million times.
      create table data_import_value (
        import_id uuid not null,
        position integer not null,
        line integer not null,
        indicator_id uuid not null,
        version_id uuid not null,
        period_start date not null,
        period_end date not null,
        territory_status date,
        old_id uuid,
        weight real not null default 0,
        period_kind text not null,
        key_kind text not null,
        area_code text not null,
        dimensions text not null,
        value_flag text not null,
        population_base text,
        quality text not null,
        change text not null check (change in ('NEW','CHANGED','WITHDRAWN','SAME')),
        value numeric,
        numerator numeric,
        denominator numeric,
        primary key (import_id, position)
      );

      -- How a free table is meant, for the next one with the same headings.
      create table data_mapping (
        id uuid primary key,
        headings_key text not null unique,
        mapping jsonb not null,
        changed_by text not null,
        changed_at timestamptz not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
