import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a merge did, step by step, so that it can be taken back for 30 days; then the rows are erased. They name nobody
 * by a foreign key: one of the two is gone. And pairs that somebody looked at and found to be two.
 */
export class UndoOfMerges1760000003800 implements MigrationInterface {
  name = 'UndoOfMerges1760000003800';

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
        constraint merge_run_of_two check (gone_id <> survivor_id),
        constraint merge_run_gone_once unique (kind, gone_id)
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

      -- Somebody who is deleted is not kept in what could be taken back, nor are those who had been made one with them.
      -- The one that goes in a merge is not deleted: their run says so.
      create function forget_merges() returns trigger language plpgsql as $body$
      begin
        delete from distinct_pair where kind = tg_table_name and (one_id = old.id or other_id = old.id);
        if not exists (select 1 from merge_run where kind = tg_table_name and gone_id = old.id) then
          with recursive lost as (
            select id, gone_id from merge_run where kind = tg_table_name and survivor_id = old.id
            union
            select earlier.id, earlier.gone_id from merge_run earlier join lost on earlier.survivor_id = lost.gone_id
              where earlier.kind = tg_table_name)
          delete from merge_run where id in (select id from lost);
        end if;
        return null;
      end $body$;
      create trigger forget_merges after delete on person for each row execute function forget_merges();
      create trigger forget_merges after delete on organisation for each row execute function forget_merges();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
