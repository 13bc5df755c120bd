import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a merge did, step by step, so that it can be taken back for 30 days; then the rows are erased. They name nobody
 * by a foreign key: one of the two is gone. And pairs that somebody looked at and found to be two.
 */
export class UndoOfMerges1760000003450 implements MigrationInterface {
  name = 'UndoOfMerges1760000003450';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table merge_run (
        id uuid primary key,
        kind text not null check (kind in ('person', 'organisation')),
        gone_id uuid not null,
        survivor_id uuid not null,
        gone_name text not null,
        merged_by text not null,
        merged_at timestamptz not null,
        constraint merge_run_of_two check (gone_id <> survivor_id)
      );
      create index merge_run_survivor on merge_run (kind, survivor_id, merged_at desc);
      create index merge_run_age on merge_run (merged_at);

      create table merge_step (
        run_id uuid not null references merge_run on delete cascade,
        position integer not null check (position >= 1),
        table_name text not null,
        operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
        -- The primary key as it is after the step, or was before the row went.
        key jsonb not null,
        before jsonb,
        after jsonb,
        primary key (run_id, position),
        constraint merge_step_complete check ((operation = 'INSERT') = (before is null) and (operation = 'DELETE') = (after is null))
      );

      create table distinct_pair (
        kind text not null check (kind in ('person', 'organisation')),
        one_id uuid not null,
        other_id uuid not null,
        noted_by text not null,
        noted_at timestamptz not null,
        primary key (kind, one_id, other_id),
        constraint distinct_pair_once check (one_id < other_id)
      );
      create index distinct_pair_other on distinct_pair (kind, other_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
