import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists from files: what was read, what was decided, what was written, so that a whole import can be undone. */
export class Imports1760000002700 implements MigrationInterface {
  name = 'Imports1760000002700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_run (
        id uuid primary key,
        target text not null,
        state text not null check (state in ('MAPPING','CHECKING','CHECKED','APPLYING','APPLIED','UNDOING','UNDONE','DISCARDED')),
        file_id uuid references file on delete set null,
        file_name text not null,
        sha256 text not null,
        head jsonb not null,
        columns jsonb not null,
        columns_kept boolean not null default false,
        row_count integer not null check (row_count >= 0),
        note text not null default '',
        result jsonb,
        undo jsonb,
        account_id uuid,
        by_name text not null,
        created_at timestamptz not null,
        applied_at timestamptz,
        undone_at timestamptz
      );
      create index import_run_list on import_run (created_at desc, id desc);
      create index import_run_file on import_run (file_id);
      create index import_run_content on import_run (target, sha256) where state = 'APPLIED';
      create index import_run_working on import_run (state) where state in ('CHECKING','APPLYING','UNDOING');

      -- Who works on it in the background, and how far; whoever dies loses it when the lease ends.
      create table import_work (
        run_id uuid primary key references import_run on delete cascade,
        lease uuid,
        lease_until timestamptz,
        done integer not null default 0,
        total integer not null default 0
      );

      create table import_row (
        run_id uuid not null references import_run on delete cascade,
        line integer not null check (line >= 1),
        cells jsonb not null,
        formulas integer[] not null default '{}',
        primary key (run_id, line)
      );

      create table import_entry (
        id uuid primary key,
        run_id uuid not null references import_run on delete cascade,
        line integer not null,
        part text not null,
        name text not null,
        detail text not null,
        record jsonb not null,
        record_hash text not null,
        decision text not null check (decision in ('CREATE','MERGE','KNOWN','SAME','SKIP','OPEN')),
        object_id uuid,
        same_entry_id uuid references import_entry on delete cascade,
        candidates jsonb not null default '[]',
        constraint import_entry_once unique (run_id, line, part),
        constraint import_entry_object check (decision not in ('MERGE','KNOWN') or object_id is not null),
        constraint import_entry_same check ((decision = 'SAME') = (same_entry_id is not null))
      );
      create index import_entry_decision on import_entry (run_id, decision, line, part);
      create index import_entry_same_entry on import_entry (same_entry_id) where same_entry_id is not null;

      create table import_problem (
        id uuid primary key,
        run_id uuid not null references import_run on delete cascade,
        line integer not null,
        position integer not null,
        heading text not null,
        value text not null,
        says text not null
      );
      create index import_problem_list on import_problem (run_id, line, position, id);

      create table import_change (
        run_id uuid not null references import_run on delete cascade,
        part text not null,
        object_id uuid not null,
        created boolean not null,
        before jsonb not null,
        after jsonb not null,
        version integer not null,
        primary key (run_id, part, object_id)
      );

      -- What a record of a list became, so that the same list finds it again whatever it is called there.
      create table import_link (
        target text not null,
        part text not null,
        record_hash text not null,
        object_id uuid not null,
        run_id uuid not null references import_run on delete cascade,
        primary key (target, part, record_hash)
      );
      create index import_link_run on import_link (run_id);

      create table import_mapping (
        target text not null,
        headings_key text not null,
        columns jsonb not null,
        changed_at timestamptz not null,
        primary key (target, headings_key)
      );

      -- Two that turned out to be one: the old address leads to the one that stayed.
      create table merged_object (
        kind text not null,
        id uuid not null,
        survivor_id uuid not null check (survivor_id <> id),
        merged_at timestamptz not null,
        primary key (kind, id)
      );
      create index merged_object_survivor on merged_object (kind, survivor_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
