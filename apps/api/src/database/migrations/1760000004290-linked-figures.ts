import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers of other indicators that add up to one, who brought in how much, and who answers for a release. */
export class LinkedFigures1760000004290 implements MigrationInterface {
  name = 'LinkedFigures1760000004290';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What an indicator counts, or divides by, is what its parts count together.
      create table indicator_sum (
        id uuid primary key,
        indicator_id uuid not null references indicator,
        measure text not null check (measure in ('COUNTED','COMPARED')),
        stated_by text not null,
        stated_at timestamptz not null
      );
      create index indicator_sum_whole on indicator_sum (indicator_id);
      create table indicator_sum_part (
        sum_id uuid not null references indicator_sum on delete cascade,
        indicator_id uuid not null references indicator,
        primary key (sum_id, indicator_id)
      );
      create index indicator_sum_part_of on indicator_sum_part (indicator_id);

      -- Who brought in how much of a value, without names: what rule R4 asks for.
      create table observation_contributors (
        observation_id uuid primary key references observation on delete cascade,
        amounts numeric[] not null check (cardinality(amounts) between 1 and 200 and 0 <= all(amounts)),
        told_by text not null,
        told_at timestamptz not null
      );

      alter table figure_release
        add column created_by_account_id uuid,
        add column released_alone boolean not null default false,
        -- R4, where nobody knows who contributed what: somebody answers for it, and says why.
        add column contributors_reason text not null default '',
        add column contributors_confirmed_by text not null default '',
        add column contributors_confirmed_at timestamptz,
        add constraint figure_release_contributors check (
          (trim(contributors_reason) <> '') = (contributors_confirmed_by <> '')
          and (contributors_confirmed_by <> '') = (contributors_confirmed_at is not null)
          and (contributors_reason = '' or rule = 'R4'));

      create function figure_release_words_stay() returns trigger language plpgsql as $$
      begin
        if old.released_at is not null and (new.created_by_account_id, new.released_alone, new.contributors_reason, new.contributors_confirmed_by, new.contributors_confirmed_at)
             is distinct from (old.created_by_account_id, old.released_alone, old.contributors_reason, old.contributors_confirmed_by, old.contributors_confirmed_at) then
          raise exception 'figure_release_stays' using errcode = 'check_violation', constraint = 'figure_release_stays';
        end if;
        return new;
      end $$;
      create trigger figure_release_words_stay before update on figure_release for each row execute function figure_release_words_stay();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
