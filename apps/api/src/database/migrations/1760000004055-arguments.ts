import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Arguments that many Hinweise carry, and what a link to words remembers of them. */
export class Arguments1760000004055 implements MigrationInterface {
  name = 'Arguments1760000004055';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of each kind and year the last number given; its row lock makes them gapless.
      create table planning_counter (
        letter text not null check (letter ~ '^[A-Z]$'),
        year integer not null check (year between 1990 and 9999),
        last integer not null check (last >= 0),
        primary key (letter, year)
      );

      -- A link keeps the fingerprint its source had when somebody made or accepted it: where the two differ, it is to be checked.
      alter table feedback add column fingerprint text not null generated always as (md5(coalesce(triaged_text, ''))) stored;

      create table argument (
        id uuid primary key,
        number text not null unique,
        field_id uuid not null references field_of_action,
        title text not null check (trim(title) <> ''),
        summary text not null default '',
        fingerprint text not null generated always as (md5(title || chr(31) || summary)) stored,
        entered_by_account_id uuid references account on delete set null,
        version integer not null default 1,
        created_at timestamptz not null
      );
      create index argument_field on argument (field_id, created_at);
      create index argument_entered_by on argument (entered_by_account_id);

      create table argument_feedback (
        argument_id uuid not null references argument on delete cascade,
        feedback_id uuid not null references feedback on delete cascade,
        -- What only this Hinweis says beside the argument.
        individual text not null default '',
        since timestamptz not null,
        primary key (argument_id, feedback_id)
      );
      create index argument_feedback_feedback on argument_feedback (feedback_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
